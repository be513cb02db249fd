import type { WriteRow } from '@crm-elements/contract';
import { sql } from 'kysely';
import { rowError } from '../../crm-dialect/failure.js';
import { isId } from '../../crm-dialect/ids.js';
import type { Module, RelatedList } from '../module.js';
import { findReferences } from '../storage/references.js';

/** Two modules whose records are linked many to many. */
interface Ends {
  from: string;
  to: string;
  /** Whether the list is read at records of `to`. */
  backwards?: boolean;
}

const done = (id: string, message: string): WriteRow => ({
  code: 'SUCCESS',
  details: { id },
  message,
  status: 'success',
});

/** Records of another module that are linked to the record, whoever made the link. */
export function linkList(apiName: string, { from, to, backwards = false }: Ends): RelatedList {
  const other = backwards ? from : to;
  const relation = `${from}.${to}`;
  const [mine, theirs] = backwards
    ? ([sql.ref('to_id'), sql.ref('from_id')] as const)
    : ([sql.ref('from_id'), sql.ref('to_id')] as const);
  return {
    apiName,
    module: other,
    async page(db, context, { id }, request) {
      const module: Module = context.modules.find(other);
      const where = sql<boolean>`record.id in (select ${theirs} from record_link
        where org_id = ${context.access.orgId} and relation = ${relation} and ${mine} = ${id})`;
      return (await module.source.page(db, context, module, { ...request, where })).records;
    },
    async update(tx, context, { id }, rows) {
      const { orgId, userId } = context.access;
      const ids = rows.map((row) => row.id).filter((each) => typeof each === 'string' && isId(each));
      const known = await findReferences(tx, context, [context.modules.find(other)], ids);
      const linked = [...known.keys()];
      await sql`
        insert into record_link (org_id, relation, ${mine}, ${theirs}, created_by)
        select ${orgId}, ${relation}, ${id}, linked, ${userId} from unnest(${linked}::bigint[]) linked
        on conflict do nothing`.execute(tx);
      return rows.map((row, index) =>
        known.has(String(row.id))
          ? done(String(row.id), 'relation added')
          : rowError('INVALID_DATA', 'the related id given seems to be invalid', {
              api_name: 'id',
              json_path: `$.data[${index}].id`,
            }),
      );
    },
    async remove(tx, { access: { orgId } }, { id }, ids) {
      const { rows } = await sql<{ id: string }>`
        delete from record_link where org_id = ${orgId} and relation = ${relation} and ${mine} = ${id}
          and ${theirs} = any(${ids}::bigint[])
        returning ${theirs} as id`.execute(tx);
      const gone = new Set(rows.map((row) => row.id));
      return ids.map((each) =>
        gone.has(each)
          ? done(each, 'relation removed')
          : rowError('INVALID_DATA', 'the related id given seems to be invalid', { id: each }),
      );
    },
  };
}
