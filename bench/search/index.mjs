/**
 * `npm run bench -- search`: searches and queries by HTTP over ten thousand and over a million records of one
 * module, one after the other, and how the time grows; beside it, what the index of words costs an insert.
 * Takes some minutes, most of them to fill the table.
 */
import { pathToFileURL } from 'node:url';
import { connect, startBackend } from '../collect/backend.mjs';
import { signIn, table } from '../records/requests.mjs';
import { fill } from './fill.mjs';

const SIZES = [10_000, 1_000_000];
const SECONDS = 2;
const INSERTED = 20_000;

const search = (parameters) => (n) => [
  'GET',
  `/crm/v8/Contacts/search?${new URLSearchParams(parameters(n))}`,
];
const count = (parameters) => (n) => [
  'GET',
  `/crm/v8/Contacts/actions/count?${new URLSearchParams(parameters(n))}`,
];
const coql = (query) => (n) => ['POST', '/crm/v8/coql', { select_query: query(n) }];

/** Each asks for something else at every call: n is a record by chance. */
const questions = {
  'search: email': search((n) => ({ email: `contact.${n}@bench.test` })),
  'search: criteria, email equals': search((n) => ({ criteria: `(Email:equals:contact.${n}@bench.test)` })),
  'search: criteria, id in': search((n) => ({
    criteria: `(id:in:${20_000_000_000 + n},${20_000_000_001 + n})`,
  })),
  'search: phone': search((n) => ({ phone: `336${String(n).padStart(8, '0')}` })),
  'search: word, rare': search((n) => ({ word: `contact ${n} bench` })),
  'search: word, every fifth, page of 20': search(() => ({ word: 'engineer', per_page: 20 })),
  'search: criteria, text contains, page of 20': search((n) => ({
    criteria: `(Last_Name:equals:family${n % 4999})`,
    per_page: 20,
  })),
  'search: criteria, text nowhere': search((n) => ({ criteria: `(Last_Name:equals:nobody${n})` })),
  'count: picklist': count(() => ({ criteria: '(Lead_Source:equals:Chat)' })),
  'coql: email': coql((n) => `select Last_Name from Contacts where Email = 'contact.${n}@bench.test'`),
  'coql: page of 200 by a picklist': coql(
    () => "select Last_Name, Email from Contacts where Lead_Source = 'Chat' order by id desc limit 200",
  ),
  'coql: joined, by id': coql(
    (n) => `select Last_Name, Account_Name.Phone from Contacts where id = ${20_000_000_000 + n}`,
  ),
  'coql: joined, by the account': coql(
    (n) => `select Last_Name from Contacts where Account_Name.Employees = ${1 + (n % 1000)} limit 20`,
  ),
  'coql: count in groups': coql(() => 'select Lead_Source, count(id) from Contacts group by Lead_Source'),
};

export default async function bench() {
  const backend = await startBackend();
  const client = await connect(backend.database());
  try {
    const token = await signIn(backend.port);
    const results = [];
    let filled = 0;
    for (const size of SIZES) {
      const start = performance.now();
      await fill(client, { from: filled + 1, to: size });
      process.stderr.write(`${size} records, ${Math.round((performance.now() - start) / 1000)} s\n`);
      filled = size;
      const measured = {};
      for (const [name, ask] of Object.entries(questions))
        measured[name] = await measure(backend.port, token, ask, size);
      results.push(measured);
    }
    report(results);
    await reportIndex(client, filled);
  } finally {
    await client.end();
    await backend.stop();
  }
}

async function measure(port, token, ask, size) {
  const times = [];
  // The same records at each run.
  let seed = 1;
  const chance = () => (seed = (seed * 48_271) % 2_147_483_647) % size;
  const end = performance.now() + SECONDS * 1_000;
  for (let warm = true; performance.now() < end || times.length < 5; warm = false) {
    const [method, path, body] = ask(1 + chance());
    const start = performance.now();
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.status !== 200 && response.status !== 204)
      throw new Error(`${path}: ${response.status} ${text}`);
    if (!warm) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  return { p50: at(0.5), p99: at(0.99) };
}

function report(results) {
  const cells = [['ms', ...SIZES.flatMap((size) => [`p50 at ${size}`, `p99 at ${size}`]), 'growth of p50']];
  for (const name of Object.keys(questions)) {
    const times = results.map((measured) => measured[name]);
    const growth = times.at(-1).p50 / times[0].p50;
    cells.push([
      name,
      ...times.flatMap(({ p50, p99 }) => [p50.toFixed(2), p99.toFixed(2)]),
      growth.toFixed(2),
    ]);
  }
  process.stdout.write(`${table(cells)}\n`);
}

/** The same insert with the index of words and without it, in a transaction that is taken back. */
async function reportIndex(client, filled) {
  const insert = async (prepare) => {
    await client.query('begin');
    if (prepare) await client.query(prepare);
    const start = performance.now();
    await client.query(
      `insert into record (org_id, id, module, owner_id, created_by, modified_by, name, data)
       select org_id, id + 1000000000000, module, owner_id, created_by, modified_by, name,
         data || jsonb_build_object('Email', 'again.' || (data ->> 'Email'))
       from record where module = 'Contacts' and id > 20000000000 order by id limit $1`,
      [Math.min(INSERTED, filled)],
    );
    const seconds = (performance.now() - start) / 1_000;
    await client.query('rollback');
    return Math.round(INSERTED / seconds);
  };
  const without = await insert('drop index record_words');
  const withIndex = await insert();
  process.stdout.write(
    `\nrows a second in one bare insert: ${withIndex} with the index of words, ${without} without\n`,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bench();
