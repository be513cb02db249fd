import { textOf, toNamed, type ApiRow, type Named } from '../shared/named.js';

export type UserStatus = 'active' | 'disabled' | 'deleted';

/** A user as the elements show one. */
export interface User extends Named {
  email: string;
  firstName: string;
  lastName: string;
  status: UserStatus;
  profile: Named;
  role: Named;
  timeZone: string;
  locale: string;
}

/** What is written of a user, by the names of the API. */
export interface UserValues {
  first_name: string;
  last_name: string;
  email: string;
  profile: string;
  role: string;
  locale: string;
  time_zone: string;
}

/** Of somebody new. */
export const noValues: UserValues = {
  first_name: '',
  last_name: '',
  email: '',
  profile: '',
  role: '',
  locale: '',
  time_zone: '',
};

const nobody: Named = { id: '', name: '' };

export const toUser = (row: ApiRow): User => ({
  id: textOf(row.id),
  name: textOf(row.full_name) || textOf(row.email),
  email: textOf(row.email),
  firstName: textOf(row.first_name),
  lastName: textOf(row.last_name),
  status: toStatus(row.status),
  profile: toNamed(row.profile) ?? nobody,
  role: toNamed(row.role) ?? nobody,
  timeZone: textOf(row.time_zone),
  locale: textOf(row.locale),
});

const toStatus = (status: unknown): UserStatus =>
  status === 'disabled' || status === 'deleted' ? status : 'active';

export const toValues = (user: User): UserValues => ({
  first_name: user.firstName,
  last_name: user.lastName,
  email: user.email,
  profile: user.profile.id,
  role: user.role.id,
  locale: user.locale,
  time_zone: user.timeZone,
});

/** What differs, as it is sent. */
export function changedValues(before: UserValues, after: UserValues): Partial<UserValues> {
  const names = Object.keys(after) as (keyof UserValues)[];
  const changed = names.filter((name) => after[name].trim() !== before[name]);
  return Object.fromEntries(changed.map((name) => [name, after[name].trim()]));
}

/** True when every word that is looked for begins somewhere in a name, an address, a role or a profile. */
export function matches({ name, email, role, profile }: User, search: string): boolean {
  const text = [name, email, role.name, profile.name].join(' ').toLocaleLowerCase();
  return search
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
