import { findPeople, findTimeZone } from '../../identity/index.js';
import type { Db } from '../../platform/db/database.js';
import type { Reader } from '../merge/format-value.js';

/** How texts of rules are worded: in the language of who wrote the rule, on the organization's clock. */
export async function findOrgReader(
  db: Db,
  orgId: string,
  userIds: string[],
): Promise<(userId: string) => Reader> {
  const people = await findPeople(db, orgId, userIds);
  const timeZone = await findTimeZone(db, orgId);
  return (userId) => ({ locale: languageTag(people.get(userId)?.locale ?? ''), timeZone });
}

/** `fr_FR` as Intl writes it. */
const languageTag = (locale: string) =>
  /^[a-z]{2}_[A-Z]{2}$/.test(locale) ? locale.replace('_', '-') : 'en';
