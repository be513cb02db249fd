import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { tempFolder } from '../../server-stub/src/testing/temp-folder.js';
import { until } from '../../server-stub/src/testing/until.js';
import { startBackend, statusOf } from './backend.js';
import { beginCollect, uuidOf, visit } from './collecting.js';
import { connectTo, countOf } from './database.js';

// Each test starts several processes, on machines that may be busy.
vi.setConfig({ testTimeout: 150_000 });

describe('a backend asked to stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s answers what it has begun, then ends with code 0',
    async (signal) => {
      const dataDir = tempFolder();
      const backend = await startBackend({ CRM_DATA_DIR: dataDir });
      await backend.ready();
      const client = await connectTo(dataDir);
      // Nothing can be written until the test lets it: the requests are under way for certain.
      await client.query('begin; lock table visitor in access exclusive mode');
      const batches = Array.from({ length: 20 }, () => visit(2));
      const requests = batches.map((batch) => beginCollect(backend.origin, batch));
      await Promise.all(requests.map(({ begun }) => begun));
      await until(async () => {
        const { rows } = await client.query(`select 1 from pg_stat_activity where wait_event_type = 'Lock'`);
        return rows.length > 0;
      }, 'the first batch to wait');
      backend.process.kill(signal);
      await until(
        async () => (await statusOf(`${backend.origin}/healthz`)) !== 200,
        'the backend to take no more',
      );
      await client.query('commit');
      expect(await Promise.all(requests.map(({ outcome }) => outcome))).toEqual(batches.map(() => 200));
      await client.end();
      expect(await backend.exited).toBe(0);

      const again = await startBackend({ CRM_DATA_DIR: dataDir });
      await again.ready();
      const ids = batches.flatMap((batch) => batch.e.map(({ i }) => uuidOf(i)));
      const kept = await countOf(await connectTo(dataDir), ids);
      expect(ids.filter((id) => kept.get(id) !== 1)).toEqual([]);
    },
  );

  it('while it starts ends with code 0, and has nothing to complain of', async () => {
    const backend = await startBackend({ CRM_DATA_DIR: tempFolder() });
    await until(async () => (await statusOf(`${backend.origin}/healthz`)) === 200, 'it to listen', 60_000);
    backend.process.kill('SIGTERM');
    expect(await backend.exited).toBe(0);
    expect(backend.lines).toEqual([]);
  });

  it('ends while clients hold idle connections open', async () => {
    const backend = await startBackend({ CRM_DATA_DIR: tempFolder() });
    await backend.ready();
    // fetch keeps its connection for the next request.
    expect(await statusOf(`${backend.origin}/healthz`)).toBe(200);
    backend.process.kill('SIGTERM');
    expect(await backend.exited).toBe(0);
  });

  it('ends though a client never finishes what it sends', async () => {
    const backend = await startBackend({ CRM_DATA_DIR: tempFolder() });
    await backend.ready();
    const { hostname, port } = new URL(backend.origin);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    socket.write('POST /v1/collect HTTP/1.1\r\nhost: crm.test\r\ncontent-length: 1000\r\n\r\n{');
    await once(socket, 'connect');
    expect(await statusOf(`${backend.origin}/healthz`)).toBe(200);
    backend.process.kill('SIGTERM');
    expect(await backend.exited).toBe(0);
    socket.destroy();
  });
});
