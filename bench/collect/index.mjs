/**
 * `npm run bench -- collect`: how many requests and events a second the backend acknowledges, each
 * durable before its answer, beside the two physical limits and a backend without rules over visitors, measured in turns
 * in the same run. Takes about a minute.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { connect, startBackend, startRawServer } from './backend.mjs';
import { insertBare } from './insert.mjs';
import { routeNobody, setRules } from './rules.mjs';

const CONNECTIONS = 64;
const ROUNDS = 3;
const SECONDS = 3;
const run = promisify(execFile);

export default async function bench() {
  const backend = await startBackend();
  const unruled = await startBackend();
  const raw = await startRawServer();
  try {
    await setRules(backend.port);
    await routeNobody(unruled.port);
    const before = await countStored(backend);
    await measureAll(backend, unruled, raw, 1);
    const rounds = [];
    for (let round = 1; round <= ROUNDS; round++) {
      process.stderr.write(`round ${round} of ${ROUNDS}\n`);
      rounds.push(await measureAll(backend, unruled, raw, SECONDS));
    }
    report(rounds);
    await checkStored(backend, before);
  } finally {
    await raw.stop();
    await unruled.stop();
    await backend.stop();
  }
}

async function measureAll(backend, unruled, raw, seconds) {
  const result = {};
  for (const events of [1, 20]) {
    result[`raw${events}`] = await send(raw, events, seconds);
    result[`collect${events}`] = await send(backend, events, seconds, true);
    result[`unruled${events}`] = await send(unruled, events, seconds);
    result[`insert${events}`] = await insertBare(backend.database(), CONNECTIONS * events, seconds);
  }
  return result;
}

let acknowledged = { requests: 0, events: 0 };

async function send({ port, pid }, events, seconds, counts = false) {
  const load = fileURLToPath(new URL('./load.mjs', import.meta.url));
  const before = cpuOf(pid);
  const { stdout } = await run(process.execPath, [load, port, events, CONNECTIONS, seconds].map(String));
  const result = JSON.parse(stdout);
  const refused = Object.keys(result.statuses).filter((status) => status !== '200');
  if (refused.length > 0) throw new Error(`answers other than 200: ${JSON.stringify(result.statuses)}`);
  if (counts) {
    acknowledged = {
      requests: acknowledged.requests + result.requests,
      events: acknowledged.events + result.requests * events,
    };
  }
  return {
    perSecond: result.requests / result.seconds,
    p50: result.p50,
    p99: result.p99,
    cpuMicroseconds: ((cpuOf(pid) - before) * 1e6) / result.requests,
  };
}

/** Seconds of CPU that a process has used; only Linux tells. */
function cpuOf(pid) {
  if (process.platform !== 'linux') return NaN;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function countStored({ database }) {
  const client = await connect(database());
  const { rows } = await client.query(
    'select (select count(*) from visit)::int visits, (select count(*) from visit_action)::int + (select count(*) from visit_event)::int events',
  );
  await client.end();
  return rows[0];
}

/** Every event that was acknowledged is there, and nothing else. */
async function checkStored(backend, before) {
  const after = await countStored(backend);
  const stored = { visits: after.visits - before.visits, events: after.events - before.events };
  const { requests, events } = acknowledged;
  process.stdout.write(
    `\n${requests} requests with ${events} events acknowledged; ${stored.visits} visits with ${stored.events} events stored\n`,
  );
  if (stored.visits !== requests || stored.events !== events)
    throw new Error('what is stored is not what was acknowledged');
}

/** The best round of each, as in a race: what the machine can do when nothing else runs. */
function report(rounds) {
  const best = (name) => rounds.map((round) => round[name]).sort((a, b) => b.perSecond - a.perSecond)[0];
  const most = (name) => Math.max(...rounds.map((round) => round[name]));
  const number = (value, digits = 0) =>
    value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const lines = [
    [
      '',
      'requests/s',
      'events/s',
      'p50 ms',
      'p99 ms',
      'CPU us/request',
      'of raw http',
      'of bare insert',
      'of no rules',
    ],
  ];
  for (const events of [1, 20]) {
    const raw = best(`raw${events}`);
    const collect = best(`collect${events}`);
    const unruled = best(`unruled${events}`);
    const insert = most(`insert${events}`);
    const row = (name, { perSecond, p50, p99, cpuMicroseconds }, ...ratios) =>
      lines.push([
        name,
        number(perSecond),
        number(perSecond * events),
        number(p50, 1),
        number(p99, 1),
        number(cpuMicroseconds),
        ...ratios,
      ]);
    const words = events === 1 ? '1 event' : `${events} events`;
    row(`node:http without work, ${words}`, raw, '1.00', '', '');
    row(
      `collect, ${words}, durable`,
      collect,
      number(collect.perSecond / raw.perSecond, 2),
      number((collect.perSecond * events) / insert, 2),
      number(collect.perSecond / unruled.perSecond, 2),
    );
    row(`the same without rules and notices`, unruled, '', '', '1.00');
    lines.push([
      `bare insert, ${number(CONNECTIONS * events)} rows at once`,
      '',
      number(insert),
      '',
      '',
      '',
      '',
      '1.00',
      '',
    ]);
  }
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const text = lines.map((line) =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
      .join('  '),
  );
  process.stdout.write(
    `${CONNECTIONS} connections, best of ${ROUNDS} rounds of ${SECONDS} s, Node ${process.version}, ${cpus().length} cores shared with the load\n\n${text.join('\n')}\n`,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bench();
