import type { PickedPerson } from '../events.js';

/** A user, role or group to choose, with what tells it from others of the same name. */
export interface PersonOption extends PickedPerson {
  detail?: string;
}

/** What is read of a user, a role or a group. */
export interface Row {
  id: string;
  name?: string;
  full_name?: string;
  email?: string;
  description?: string | null;
}

export const userOption = ({ id, full_name: name = '', email = '' }: Row): PersonOption => ({
  type: 'user',
  id,
  name: name || email,
  ...(name && email && { detail: email }),
});

export const roleOption = ({ id, name = '' }: Row): PersonOption => ({ type: 'role', id, name });

export const groupOption = ({ id, name = '', description }: Row): PersonOption => ({
  type: 'group',
  id,
  name,
  ...(description && { detail: description }),
});

/** Without case and accents, as people type. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** Those with every typed word at the start of one of theirs. */
export function fitting(people: readonly PersonOption[], text: string): readonly PersonOption[] {
  const wanted = plain(text).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return people;
  return people.filter(({ name, detail = '' }) => {
    const words = plain(`${name} ${detail}`).split(/[\s@.]+/);
    return wanted.every((one) => words.some((word) => word.startsWith(one)) || plain(detail).startsWith(one));
  });
}
