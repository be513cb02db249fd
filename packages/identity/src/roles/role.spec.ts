import { expect, test } from 'vitest';
import { branchOf, rolesBelow, type Role } from './role.js';

const role = (id: string, reportsTo: string | null): Role => ({
  id,
  name: id,
  description: '',
  reportsTo,
  sharesWithPeers: false,
});

const roles = [role('ceo', null), role('sales', 'ceo'), role('rep', 'sales'), role('lost', 'gone')];
const ids = (found: Iterable<Role>) => [...found].map(({ id }) => id);

test('a role without a known superior is at the top', () => {
  expect(ids(rolesBelow(roles, null))).toEqual(['ceo', 'lost']);
  expect(ids(rolesBelow(roles, 'ceo'))).toEqual(['sales']);
});

test('a branch is a role and all below it', () => {
  expect([...branchOf(roles, 'ceo')]).toEqual(['ceo', 'sales', 'rep']);
});

test('roles that are under each other end', () => {
  expect(branchOf([role('a', 'b'), role('b', 'a')], 'a').size).toBe(2);
});
