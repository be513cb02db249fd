import { randomUUID } from 'node:crypto';
import { connect } from './backend.mjs';

const columns =
  'org_id, action_id, id, visit_id, kind, url, title, at, engaged_ms, scroll_depth, last_seen_at, left_at';

/**
 * What the database can take at most: page views in bare multi-row inserts, one after the other on
 * one connection, each durable before the next, into a table with the columns and keys of
 * `visit_action`. No visitors, no visits, no outbox.
 * @returns rows a second
 */
export async function insertBare(database, rowsAtOnce, seconds) {
  const client = await connect(database);
  try {
    await client.query('create table if not exists bench_action (like visit_action including all)');
    let rows = 0;
    let id = Date.now() * 1_000;
    const begin = performance.now();
    while (performance.now() - begin < seconds * 1_000) {
      const now = new Date();
      const list = (value) => Array.from({ length: rowsAtOnce }, value);
      await client.query({
        name: 'bench-insert',
        text: `insert into bench_action (${columns}) select *, now(), null from unnest($1::bigint[], $2::uuid[], $3::bigint[],
          $4::bigint[], $5::text[], $6::text[], $7::text[], $8::timestamptz[], $9::int[], $10::int[])`,
        values: [
          list(() => 1),
          list(() => randomUUID()),
          list(() => ++id),
          list(() => id),
          list(() => 'page'),
          list(() => 'http://localhost:8081/offers?utm_source=news'),
          list(() => 'Offers of the week'),
          list(() => now),
          list(() => 0),
          list(() => 0),
        ],
      });
      rows += rowsAtOnce;
    }
    return rows / ((performance.now() - begin) / 1_000);
  } finally {
    await client.query('drop table if exists bench_action');
    await client.end();
  }
}
