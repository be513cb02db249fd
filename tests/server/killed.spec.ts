import { describe, expect, it } from 'vitest';
import { isAlive } from '../../server-stub/src/platform/postgres/process-identity.js';
import { processesOf } from '../../server-stub/src/testing/process-tree.js';
import { tempFolder } from '../../server-stub/src/testing/temp-folder.js';
import { until } from '../../server-stub/src/testing/until.js';
import { startBackend } from './backend.js';
import { collect, uuidOf, visit, type Outcome } from './collecting.js';
import { connectTo, countOf } from './database.js';

const SENDERS = 16;

describe('a backend killed while it takes events', () => {
  it(
    'has every event that it acknowledged, and none twice after all was sent again',
    { timeout: 180_000 },
    async () => {
      const dataDir = tempFolder();
      const first = await startBackend({ CRM_DATA_DIR: dataDir });
      await first.ready();
      const sent: { batch: ReturnType<typeof visit>; outcome: Outcome }[] = [];
      let alive = true;
      const senders = Array.from({ length: SENDERS }, async () => {
        while (alive) {
          const batch = visit(3);
          sent.push({ batch, outcome: await collect(first.origin, batch) });
        }
      });
      const acknowledged = () => sent.filter(({ outcome }) => outcome === 200);
      await until(() => acknowledged().length > 300, 'requests to be answered');
      first.process.kill('SIGKILL');
      await first.exited;
      alive = false;
      await Promise.all(senders);
      expect(sent.some(({ outcome }) => outcome === 'cut')).toBe(true);

      const second = await startBackend({ CRM_DATA_DIR: dataDir });
      await second.ready();
      const client = await connectTo(dataDir);
      const ids = (batches: typeof sent) => batches.flatMap(({ batch }) => batch.e.map(({ i }) => uuidOf(i)));
      const kept = await countOf(client, ids(acknowledged()));
      expect(ids(acknowledged()).filter((id) => kept.get(id) !== 1)).toEqual([]);

      for (const { batch } of sent) expect(await collect(second.origin, batch)).toBe(200);
      const all = await countOf(client, ids(sent));
      expect(ids(sent).filter((id) => all.get(id) !== 1)).toEqual([]);
      const { rows } = await client.query(
        'select count(*)::int visits, count(distinct visitor_id)::int visitors from visit where client_id = any($1)',
        [sent.map(({ batch }) => uuidOf(batch.s ?? ''))],
      );
      expect(rows).toEqual([{ visits: sent.length, visitors: sent.length }]);
    },
  );

  it.skipIf(process.platform !== 'linux')(
    'starts again when PostgreSQL outlived it',
    { timeout: 180_000 },
    async () => {
      const dataDir = tempFolder();
      const first = await startBackend({ CRM_DATA_DIR: dataDir });
      await first.ready();
      const batch = visit(1);
      expect(await collect(first.origin, batch)).toBe(200);
      const { postmaster, guards } = processesOf(dataDir);
      for (const pid of [...guards, first.pid]) process.kill(pid, 'SIGKILL');
      await first.exited;
      expect(isAlive(postmaster)).toBe(true);
      const second = await startBackend({ CRM_DATA_DIR: dataDir });
      await second.ready();
      expect(isAlive(postmaster)).toBe(false);
      const kept = await countOf(
        await connectTo(dataDir),
        batch.e.map(({ i }) => uuidOf(i)),
      );
      expect([...kept.values()]).toEqual([1, 1]);
    },
  );
});
