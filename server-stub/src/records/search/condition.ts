import type { SearchQuery } from '@crm-elements/contract';
import { parseCriteria } from '@crm-elements/contract/criteria';
import type { RawBuilder, SqlBool } from 'kysely';
import type { Db } from '../../platform/db/database.js';
import { meetsCriteria } from '../criteria/meets-criteria.js';
import { CrmFailure } from '../../crm-dialect/failure.js';
import type { ModuleContext } from '../context.js';
import { loosenEquals } from './loose-equals.js';
import { hasEmail, hasPhone, holdsWords } from './words.js';

/** Ways to search; of several given, the first counts. */
export const ways = ['criteria', 'email', 'phone', 'word'] as const;
const MIN_LENGTH = 2;

/**
 * What a search asks for, as a condition over the table `record`; undefined when it asks for nothing.
 * @throws CrmFailure INVALID_QUERY, INVALID_DATA, LIMIT_REACHED
 */
export async function searchCondition(
  db: Db,
  context: ModuleContext,
  query: Pick<SearchQuery, (typeof ways)[number]>,
): Promise<RawBuilder<SqlBool> | undefined> {
  const way = ways.find((each) => query[each] !== undefined);
  const text = way && query[way]?.trim();
  if (way === undefined || text === undefined) return undefined;
  if (text.length < MIN_LENGTH || text.includes('\0'))
    throw new CrmFailure(400, 'INVALID_DATA', `the ${way} given is not valid`, {
      param_name: way,
      minimum_length: MIN_LENGTH,
    });
  const { orgId } = context.access;
  switch (way) {
    case 'criteria':
      return meetsCriteria(db, context, context.module, (types) => loosenEquals(parseCriteria(text), types));
    case 'email':
      return hasEmail(orgId, context.module, text);
    case 'phone':
      return hasPhone(orgId, context.module, text);
    case 'word':
      return holdsWords(orgId, context.module, text);
  }
}
