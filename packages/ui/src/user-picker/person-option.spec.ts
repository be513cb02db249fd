import { describe, expect, test } from 'vitest';
import { fitting, groupOption, roleOption, userOption } from './person-option.js';

const people = [
  userOption({ id: '1', full_name: 'Zoé Ünal', email: 'zoe@acme.test' }),
  userOption({ id: '2', full_name: 'Ada Martin', email: 'admin@acme.test' }),
  roleOption({ id: '3', name: 'Sales Manager' }),
  groupOption({ id: '4', name: 'Night shift', description: 'Support after hours' }),
];

describe('people are found', () => {
  test.each([
    ['', ['1', '2', '3', '4']],
    ['zoe', ['1']],
    ['ÜN', ['1']],
    ['martin ada', ['2']],
    ['admin@acme', ['2']],
    ['manager', ['3']],
    ['support', ['4']],
    ['ager', []],
  ])('by %j', (text, ids) => {
    expect(fitting(people, text).map(({ id }) => id)).toEqual(ids);
  });
});

test('a user without a name is known by the address', () => {
  expect(userOption({ id: '1', email: 'new@acme.test' })).toEqual({
    type: 'user',
    id: '1',
    name: 'new@acme.test',
  });
});
