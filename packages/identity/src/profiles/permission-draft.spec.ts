import { expect, test } from 'vitest';
import { isGiven, setPermission } from './permission-draft.js';
import type { Permission } from './profile.js';

const permission = (id: string, isEnabled: boolean, ...parents: string[]): Permission => ({
  id,
  name: id,
  label: id,
  module: null,
  isEnabled,
  isChangeable: true,
  parents,
});

const all = [
  permission('view', false),
  permission('edit', false, 'view'),
  permission('delete', false, 'edit'),
  permission('other', true),
];

test('what a permission needs is given with it', () => {
  const draft = setPermission(all, new Map(), 'delete', true);
  expect([...draft.keys()].sort()).toEqual(['delete', 'edit', 'view']);
  expect(isGiven(all[1]!, draft)).toBe(true);
  expect(isGiven(all[3]!, draft)).toBe(true);
});

test('what needs a permission goes with it', () => {
  const given = all.map((one) => ({ ...one, isEnabled: true }));
  const draft = setPermission(given, new Map(), 'view', false);
  expect(Object.fromEntries(draft)).toEqual({ view: false, edit: false, delete: false });
});

test('a change that is taken back is none', () => {
  const once = setPermission(all, new Map(), 'edit', true);
  expect(setPermission(all, once, 'view', false).size).toBe(0);
  expect(setPermission(all, setPermission(all, new Map(), 'other', false), 'other', true).size).toBe(0);
});

test('permissions that need each other end', () => {
  const circle = [permission('a', false, 'b'), permission('b', false, 'a')];
  expect(setPermission(circle, new Map(), 'a', true).size).toBe(2);
});
