import { expect, test } from 'vitest';
import { initialsOf } from './render-avatar.js';

test.each([
  ['Ada Lovelace', 'AL'],
  ['  Juan de la Cruz ', 'JC'],
  ['émile', 'É'],
  ['ليلى حداد', 'لح'],
  ['', ''],
  ['👩‍🚀 Kit', '👩‍🚀K'],
])('the initials of %j are %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
