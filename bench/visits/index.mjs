/**
 * `npm run bench -- visits`: list views, a visit, the visits and the summary of a person and the CRM view by HTTP over a
 * hundred thousand and over a million events (`--events 10000000`: ten million), and how the time grows; the goal is 1.5.
 */
import { pathToFileURL } from 'node:url';
import { connect, startBackend } from '../collect/backend.mjs';
import { call, signIn, table } from '../records/requests.mjs';
import { fill, PAGES, readPeople, visitId } from './fill.mjs';

const FEW = 100_000;
const SECONDS = 2;

const asked = process.argv.indexOf('--events');
const SIZES = [FEW, asked < 0 ? 1_000_000 : Number(process.argv[asked + 1])];

/** Each asks for something else at every call: n is a visit by chance. */
async function questionsOf(api, people, portalId) {
  const { custom_views: views } = await call(api, 'GET', '/crm/v8/settings/custom_views?module=Visits');
  const fields = 'fields=Visited_By,Visited_Page,Time_Spent_Minutes,Visitor_Type,Visited_Time,Portal_Name';
  const personOf = (n) => people[n % people.length];
  const group = (name) => () => `/v1/crm-view?group=${name}&limit=50`;
  return {
    ...Object.fromEntries(
      views.map(({ id, name }) => [name, () => `/crm/v8/Visits?${fields}&per_page=50&cvid=${id}`]),
    ),
    'All Visits of a portal': () => `/crm/v8/Visits?${fields}&per_page=50&portal_id=${portalId}`,
    'a visit': (n) => `/crm/v8/Visits/${visitId(n)}`,
    'its actions': (n) => `/crm/v8/Visits/${visitId(n)}/Actions_Performed?fields=Actions,Time_Spent`,
    'visits of a person': (n) =>
      `/crm/v8/${personOf(n).module}/${personOf(n).id}/Visits?${fields}&per_page=20`,
    'summary of a person': (n) =>
      `/crm/v8/${personOf(n).module}/${personOf(n).id}?fields=Days_Visited,Last_Visited_Time,Visitor_Score`,
    'CRM view: leads and contacts': group('leads_contacts'),
    'CRM view: customers': group('customers'),
  };
}

export default async function bench() {
  const backend = await startBackend();
  const client = await connect(backend.database());
  try {
    const api = { port: backend.port, token: await signIn(backend.port) };
    const { rows } = await client.query(`select org_id, id from portal order by id limit 1`);
    const people = await readPeople(client);
    const shop = { orgId: rows[0].org_id, portalId: rows[0].id, people, now: Date.now() };
    const questions = await questionsOf(api, people, shop.portalId);
    const results = [];
    let filled = 0;
    for (const size of SIZES) {
      const start = performance.now();
      await fill(client, shop, { from: filled + 1, to: size / PAGES });
      process.stderr.write(`${size} events, ${Math.round((performance.now() - start) / 1000)} s\n`);
      filled = size / PAGES;
      const measured = {};
      for (const [name, ask] of Object.entries(questions)) measured[name] = await measure(api, ask, filled);
      results.push(measured);
    }
    report(results);
  } finally {
    await client.end();
    await backend.stop();
  }
}

async function measure(api, ask, visits) {
  const times = [];
  // The same visits at each run.
  let seed = 1;
  const chance = () => (seed = (seed * 48_271) % 2_147_483_647) % visits;
  const begin = performance.now();
  const [warm, end] = [begin + SECONDS * 250, begin + SECONDS * 1_000];
  while (performance.now() < end || times.length < 5) {
    const path = ask(1 + chance());
    const start = performance.now();
    await call(api, 'GET', path);
    if (start >= warm) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  return { p50: at(0.5), p99: at(0.99) };
}

function report(results) {
  const cells = [['ms', ...SIZES.flatMap((size) => [`p50 at ${size}`, `p99 at ${size}`]), 'growth of p50']];
  for (const name of Object.keys(results[0])) {
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bench();
