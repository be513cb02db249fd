import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stormRule } from '../../server-stub/src/testing/storm-rule.mjs';
import { connect, freePort, startBackend } from '../collect/backend.mjs';
import { call, signIn } from '../records/requests.mjs';

const LEADS = 2_500;
const BATCH = 50;

/** A second node over the database of a backend. */
async function startSecond(database, dataDir) {
  const port = await freePort();
  const loader = new URL('../../server-stub/src/testing/run-typescript.mjs', import.meta.url).href;
  const main = fileURLToPath(new URL('../../server-stub/src/main.ts', import.meta.url));
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(database.host)}`,
    CRM_DATA_DIR: dataDir,
    CRM_OUTBOUND_ALLOW: 'localhost',
    LOG_LEVEL: 'error',
    PORT: String(port),
  };
  const child = spawn(process.execPath, ['--import', loader, '--conditions=source', main], {
    env,
    stdio: 'inherit',
  });
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (answer?.status === 200) return child;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function startReceiver() {
  const ids = [];
  const server = createServer((request, response) => {
    ids.push(request.headers['x-crm-delivery-id']);
    request.resume().once('end', () => response.end());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { ids, url: `http://localhost:${server.address().port}/`, close: () => server.close() };
}

const actionsOf = (url) => [
  { type: 'field_update', field: 'Description', value: 'Seen' },
  { type: 'task', subject: 'Storm ${Last_Name}', due_in_days: 1, assign_to: 'owner' },
  { type: 'webhook', url, method: 'POST' },
  { type: 'create_record', module: 'Contacts', values: { Last_Name: 'Storm' } },
];

/** Kills one of two nodes while rules run. @returns what is there afterwards, beside what has to be */
export async function killTest() {
  const backend = await startBackend({ CRM_OUTBOUND_ALLOW: 'localhost' });
  const dataDir = mkdtempSync(join(tmpdir(), 'crm-bench-second-'));
  const client = await connect(backend.database());
  const receiver = await startReceiver();
  try {
    const second = await startSecond(backend.database(), dataDir);
    const api = { port: backend.port, token: await signIn(backend.port) };
    for (const action of actionsOf(receiver.url))
      await call(api, 'POST', '/v1/workflow-rules', stormRule(action));
    let ended;
    for (let start = 0; start < LEADS; start += BATCH) {
      const data = Array.from({ length: BATCH }, (_, n) => ({ Last_Name: `${start + n}`, Company: 'Storm' }));
      await call(api, 'POST', '/crm/v8/Leads', { data });
      if (start < LEADS / 2 || ended) continue;
      ended = once(second, 'exit');
      second.kill('SIGKILL');
    }
    await ended;
    const count = async (from) => Number((await client.query(`select count(*) from ${from}`)).rows[0].count);
    const done = "workflow_run where rule_name like 'Storm %' and status = 'done'";
    for (const end = Date.now() + 120_000; Date.now() < end && (await count(done)) < LEADS * 4;)
      await new Promise((resolve) => setTimeout(resolve, 100));
    return {
      leads: LEADS,
      runs: await count("workflow_run where rule_name like 'Storm %'"),
      done: await count(done),
      tasks: await count("record where module = 'Tasks' and name like 'Storm %'"),
      contacts: await count("record where module = 'Contacts' and name = 'Storm'"),
      updates: await count("record where module = 'Leads' and data ->> 'Description' = 'Seen'"),
      webhooks: receiver.ids.length,
      'webhooks, distinct': new Set(receiver.ids).size,
    };
  } finally {
    receiver.close();
    await client.end();
    await backend.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
