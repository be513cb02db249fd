import { onTestFinished } from 'vitest';
import { tempFolder } from '../../server-stub/src/testing/temp-folder.js';
import { createTestDatabase } from '../../server-stub/src/testing/test-database.js';
import { startBackend, type Backend } from './backend.js';

/** Two backends over one empty database, started at the same moment; resolves when both are ready. */
export async function startTwoNodes(): Promise<{ nodes: [Backend, Backend]; connectionString: string }> {
  const database = await createTestDatabase(() => Promise.resolve(), 'blank');
  onTestFinished(() => database.drop());
  const { connectionString } = database;
  const start = () =>
    startBackend({
      DATABASE_URL: connectionString,
      CRM_SECRET: 'the-same-secret-on-both-nodes-of-this-test',
      CRM_OUTBOUND_ALLOW: 'localhost',
      CRM_DATA_DIR: tempFolder(),
    });
  const nodes: [Backend, Backend] = [await start(), await start()];
  await Promise.all(nodes.map((node) => node.ready()));
  return { nodes, connectionString };
}
