import type { Tx } from '../../platform/db/database.js';
import type { FileStore } from '../../platform/files/index.js';
import { appendEvents } from '../../platform/outbox/outbox.js';
import type { Consumer } from '../../platform/outbox/relay.js';

/** Nothing refers to a file any more; the key of the event is the file's. */
export const FILE_DISCARDED = 'file.discarded';

/** The file goes when the transaction has committed: what is rolled back keeps its file. */
export const discardFile = (tx: Tx, orgId: string, ...keys: string[]): Promise<void> =>
  appendEvents(
    tx,
    keys.map((key) => ({ orgId, topic: FILE_DISCARDED, key })),
  );

export const discardFiles =
  (files: FileStore): Consumer =>
  async (_tx, events) => {
    for (const { key } of events) await files.remove(key);
    return [];
  };
