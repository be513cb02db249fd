/**
 * `npm run bench -- workflow`: ten thousand changes of records with twenty rules: changes a second against the same
 * changes without rules, the time from a change to the end of its run at a steady pace, and two nodes of which one is
 * killed in the middle, after which everything has to be there exactly once. Takes some minutes.
 */
import { pathToFileURL } from 'node:url';
import { connect, startBackend } from '../collect/backend.mjs';
import { call, signIn, table } from '../records/requests.mjs';
import { killTest } from './kill.mjs';
import { makeRules } from './rules.mjs';

const CHANGES = 10_000;
const BATCH = 100;
const CALLERS = 4;
/** Changes a second, well below what one node can do. */
const PACE = 100;

export default async function bench() {
  const backend = await startBackend();
  const client = await connect(backend.database());
  try {
    const api = { port: backend.port, token: await signIn(backend.port) };
    const ids = await makeLeads(api);
    await drained(client);
    const bare = await flood(api, client, ids, 1);
    await makeRules(api);
    const ruled = await flood(api, client, ids, 2);
    const runs = await count(client, "workflow_run where status = 'done'");
    const lag = await paced(api, client, ids);
    report({ bare, ruled, runs, lag, killed: await killTest() });
  } finally {
    await client.end();
    await backend.stop();
  }
}

async function makeLeads(api) {
  const ids = [];
  for (let start = 0; start < CHANGES; start += BATCH) {
    const data = Array.from({ length: BATCH }, (_, n) => ({
      Last_Name: `Bench ${start + n}`,
      Company: `Company ${(start + n) % 10}`,
    }));
    const { data: rows } = await call(api, 'POST', '/crm/v8/Leads', { data });
    ids.push(...rows.map(({ details }) => details.id));
  }
  return ids;
}

/** All changes as fast as they are taken, until everything that they set off is done. */
async function flood(api, client, ids, round) {
  const start = performance.now();
  const batches = Array.from({ length: CHANGES / BATCH }, (_, n) => ids.slice(n * BATCH, (n + 1) * BATCH));
  await Promise.all(
    Array.from({ length: CALLERS }, async () => {
      for (let batch = batches.pop(); batch; batch = batches.pop())
        await call(api, 'PUT', '/crm/v8/Leads', {
          data: batch.map((id) => ({ id, City: `Round ${round}` })),
        });
    }),
  );
  const taken = performance.now() - start;
  await drained(client);
  return { taken: CHANGES / (taken / 1_000), done: CHANGES / ((performance.now() - start) / 1_000) };
}

/** Changes at a steady pace; how long after each was committed its run was done. */
async function paced(api, client, ids) {
  const since = new Date();
  const start = performance.now();
  const tick = 10;
  for (let sent = 0; sent < CHANGES / 2; sent += tick) {
    const wait = start + (sent / PACE) * 1_000 - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const data = ids.slice(sent, sent + tick).map((id) => ({ id, City: 'Paced' }));
    await call(api, 'PUT', '/crm/v8/Leads', { data });
  }
  await drained(client);
  const { rows } = await client.query(
    `select percentile_cont(array[0.5, 0.99]) within group (order by extract(epoch from lag) * 1000) as lags from (
      select max(a.finished_at) - min(to_timestamp(((r.event_id >> 22) + 1577836800000) / 1000.0)) as lag
      from workflow_run r join workflow_run_action a on a.org_id = r.org_id and a.run_id = r.id
      where r.started_at >= $1 group by r.org_id, r.id) lags`,
    [since],
  );
  const [p50, p99] = rows[0].lags;
  return { p50, p99 };
}

async function count(client, from) {
  return Number((await client.query(`select count(*) from ${from}`)).rows[0].count);
}

/** Until the outbox is empty and no run waits. */
async function drained(client) {
  for (;;) {
    if (
      (await count(client, 'outbox')) === 0 &&
      (await count(client, "workflow_run where status = 'waiting'")) === 0
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function report({ bare, ruled, runs, lag, killed }) {
  const digits = (value) => Math.round(value).toString();
  const lines = [
    [`${CHANGES} changes`, 'taken a second', 'done a second'],
    ['no rules', digits(bare.taken), digits(bare.done)],
    [`20 rules, ${runs} runs`, digits(ruled.taken), digits(ruled.done)],
    ['ratio', (bare.taken / ruled.taken).toFixed(2), (bare.done / ruled.done).toFixed(2)],
  ];
  process.stdout.write(`${table(lines)}\n\n`);
  process.stdout.write(
    `at ${PACE} changes a second, from the change to the end of its run: p50 ${digits(lag.p50)} ms, p99 ${digits(lag.p99)} ms\n`,
  );
  process.stdout.write(`one of two nodes killed in the middle: ${JSON.stringify(killed)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bench();
