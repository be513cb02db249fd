import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.js';
import { offsetOf, type Page } from '../crm/page.js';
import { toStamps } from '../crm/stamps.js';
import { groupSourceTypes, type GroupSourceType } from '../tables.js';

interface GroupRow {
  id: string;
  name: string;
  description: string | null;
  created_by: string | null;
  modified_by: string | null;
  created_time: Date;
  modified_time: Date;
}

interface SourceRow {
  group_id: string;
  type: GroupSourceType;
  id: string;
  name: string;
  with_below: boolean;
}

interface Filter {
  id?: string | undefined;
  /** Part of the name. */
  name?: string | undefined;
}

/** Groups with their sources, in the order of their ids, one more than the page holds if there are more. */
export async function readGroups(
  db: Db,
  orgId: string,
  { id, name }: Filter,
  page: Page,
): Promise<Record<string, unknown>[]> {
  const rows: GroupRow[] = await db
    .selectFrom('user_group')
    .select(['id', 'name', 'description', 'created_by', 'modified_by', 'created_time', 'modified_time'])
    .where('org_id', '=', orgId)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .$if(name !== undefined, (query) =>
      query.where(sql<boolean>`position(lower(${name ?? ''}) in lower(name)) > 0`),
    )
    .orderBy('id')
    .limit(page.size + 1)
    .offset(offsetOf(page))
    .execute();
  const stamps = await toStamps(db, orgId, rows);
  const sources = await readSources(
    db,
    orgId,
    rows.map((row) => row.id),
  );
  return rows.map((row, index) => {
    const own = sources.filter((source) => source.group_id === row.id);
    return {
      id: row.id,
      name: row.name,
      description: row.description,
      ...stamps[index],
      sources: own.map(toSource),
      sources_count: Object.fromEntries(
        groupSourceTypes.map((type) => [type, own.filter((source) => source.type === type).length]),
      ),
    };
  });
}

const toSource = ({ type, id, name, with_below: withBelow }: SourceRow) => ({
  type,
  source: { id, name },
  subordinates: type === 'roles' && withBelow,
  sub_territories: type === 'territories' && withBelow,
});

async function readSources(db: Db, orgId: string, groupIds: string[]): Promise<SourceRow[]> {
  const { rows } = await sql<SourceRow>`
    select s.group_id, s.type, s.source_id as id, s.with_below,
      coalesce(r.name, t.name, g.name, concat_ws(' ', u.first_name, u.last_name)) as name
    from user_group_source s
      left join crm_user u on s.type = 'users' and u.org_id = s.org_id and u.id = s.source_id
      left join role r on s.type = 'roles' and r.org_id = s.org_id and r.id = s.source_id
      left join territory t on s.type = 'territories' and t.org_id = s.org_id and t.id = s.source_id
      left join user_group g on s.type = 'groups' and g.org_id = s.org_id and g.id = s.source_id
    where s.org_id = ${orgId} and s.group_id = any(${groupIds}::bigint[]) order by s.group_id, s.type, s.source_id`.execute(
    db,
  );
  return rows;
}
