import { findOrgReader } from './org-reader.js';
import type { Db } from '../../platform/db/database.js';
import { readValues, type Context } from '../../records/index.js';
import { createMerger, type Merger } from '../merge/merger.js';
import type { Step } from './do-within.js';

/** The records that steps of one organization are about, ready to be put into their texts; without those that are gone. */
export async function createMergers(db: Db, context: Context, steps: Step[]): Promise<Map<Step, Merger>> {
  const mergers = new Map<Step, Merger>();
  const readerOf = await findOrgReader(
    db,
    context.access.orgId,
    steps.map(({ run }) => run.ownerId),
  );
  for (const name of new Set(steps.map(({ run }) => run.module))) {
    const module = context.modules.all.find(({ apiName }) => apiName === name);
    if (!module) continue;
    const own = steps.filter(({ run }) => run.module === name);
    const records = await readValues(
      db,
      context,
      module,
      own.map(({ run }) => ({ id: run.recordId })),
    );
    for (const [index, step] of own.entries()) {
      const record = records[index];
      if (!record) continue;
      const reader = readerOf(step.run.ownerId);
      mergers.set(step, await createMerger(db, context, module, record, step.action, reader));
    }
  }
  return mergers;
}
