/**
 * `npm run bench -- records`: reads, pages and writes of records by HTTP over ten thousand and over a million
 * records of one module, beside the same SQL alone, and how their times grow. Takes some minutes, most of them to
 * fill the table.
 */
import { pathToFileURL } from 'node:url';
import { connect, startBackend } from '../collect/backend.mjs';
import { fill } from '../search/fill.mjs';
import { bareSql } from './bare.mjs';
import { call, repeat, signIn, table } from './requests.mjs';

const SIZES = [10_000, 1_000_000];
const DEEP_PAGE = 500;
/** Small enough that the smaller table has the deep page. */
const ROWS = 20;
const FIRST_ID = 20_000_000_000;
const list = `/crm/v8/Contacts?fields=Last_Name,Email,Phone,Owner,Account_Name&per_page=${ROWS}`;

export default async function bench() {
  const backend = await startBackend();
  const client = await connect(backend.database());
  try {
    const api = { port: backend.port, token: await signIn(backend.port) };
    const { rows } = await client.query("select org_id, id from crm_user where email = 'admin@acme.test'");
    const bare = bareSql(client, { orgId: rows[0].org_id, userId: rows[0].id });
    const results = [];
    let filled = 0;
    for (const size of SIZES) {
      const start = performance.now();
      await fill(client, { from: filled + 1, to: size });
      process.stderr.write(`${size} records, ${Math.round((performance.now() - start) / 1_000)} s\n`);
      filled = size;
      results.push(await measure(api, bare, size));
    }
    report(results);
  } finally {
    await client.end();
    await backend.stop();
  }
}

/** Token of the deep page: walks there, as a client does. */
async function deepToken(api) {
  let next;
  for (let page = 1; page < DEEP_PAGE; page++) {
    const { info } = await call(api, 'GET', next ? `${list}&page_token=${next}` : list);
    next = info.next_page_token;
  }
  return next;
}

/** A different record at each call, spread over the table. */
const scattered = (n, size) => FIRST_ID + 1 + ((n * 7_919) % size);
let written = 0;
const person = () => ({
  Last_Name: `Bench ${++written}`,
  Email: `bench.${process.pid}.${written}@write.test`,
});
const people = (count) => Array.from({ length: count }, person);

async function measure(api, bare, size) {
  const next = await deepToken(api);
  const after = JSON.parse(Buffer.from(next, 'base64url').toString()).after;
  let id = FIRST_ID * 10 + size;
  const rows = (count) => people(count).map((data) => ({ id: ++id, data }));
  const insert = (count) => () => call(api, 'POST', '/crm/v8/Contacts', { data: people(count) });
  return {
    'get by id': await repeat((n) => call(api, 'GET', `/crm/v8/Contacts/${scattered(n, size)}`)),
    'get by id, SQL': await repeat((n) => bare.get(scattered(n, size))),
    'page 1': await repeat(() => call(api, 'GET', list)),
    'page 1, SQL': await repeat(() => bare.firstPage(ROWS + 1)),
    [`page ${DEEP_PAGE}`]: await repeat(() => call(api, 'GET', `${list}&page_token=${next}`)),
    [`page ${DEEP_PAGE}, SQL`]: await repeat(() => bare.pageAfter(ROWS + 1, after)),
    'get by id, 8 callers': await repeat((n) => call(api, 'GET', `/crm/v8/Contacts/${scattered(n, size)}`), {
      callers: 8,
    }),
    'insert of 1, 8 callers': await repeat(insert(1), { callers: 8 }),
    'insert of 1, SQL': await repeat(() => bare.insert(rows(1))),
    'insert of 100': await repeat(insert(100)),
    'insert of 100, SQL': await repeat(() => bare.insert(rows(100))),
  };
}

function report(results) {
  const digits = (value) => (value < 100 ? value.toFixed(2) : Math.round(value).toString());
  const head = [
    '',
    ...SIZES.flatMap((size) => [`at ${size}: a second`, 'p50 ms', 'p99 ms']),
    'growth of p50',
  ];
  const lines = Object.keys(results[0]).map((name) => {
    const measured = results.map((result) => result[name]);
    return [
      name,
      ...measured.flatMap(({ perSecond, p50, p99 }) => [perSecond, p50, p99].map(digits)),
      (measured.at(-1).p50 / measured[0].p50).toFixed(2),
    ];
  });
  process.stdout.write(`${table([head, ...lines])}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bench();
