const columns = 'id, owner_id, created_by, modified_by, created_time, modified_time, name, converted, data';

/** The same reads and writes in SQL alone, prepared, on one connection. */
export function bareSql(client, { orgId, userId }) {
  const query = (name, text, values) => client.query({ name: `bench-${name}`, text, values });
  const page = (name, text) => (limit, values) =>
    query(
      name,
      `select ${columns} from record where org_id = $1 and module = 'Contacts' ${text} order by id desc limit $2`,
      [orgId, limit, ...values],
    );
  const firstPage = page('first', '');
  const nextPage = page('next', 'and id < $3');
  return {
    get: (id) =>
      query('get', `select ${columns} from record where org_id = $1 and module = 'Contacts' and id = $2`, [
        orgId,
        id,
      ]),
    firstPage: (limit) => firstPage(limit, []),
    pageAfter: (limit, after) => nextPage(limit, [after]),
    insert: (rows) =>
      query(
        'insert',
        `insert into record (org_id, id, module, owner_id, created_by, modified_by, name, data)
         select $1, id, 'Contacts', $2, $2, $2, name, data from unnest($3::bigint[], $4::text[], $5::jsonb[]) u (id, name, data)`,
        [
          orgId,
          userId,
          rows.map(({ id }) => id),
          rows.map(({ data }) => data.Last_Name),
          rows.map(({ data }) => JSON.stringify(data)),
        ],
      ),
  };
}
