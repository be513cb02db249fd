import { CrmError, type CrmClient } from '@crm-elements/core';
import type { MassState } from './mass-state.js';

/** Between two looks at a job, ms. */
const LOOK = 500;

const path = 'crm/v8/:module/actions/mass_update';

/** Starts a job that gives all records of a view or of criteria the same values. @throws {CrmError} */
export async function startJob(
  client: CrmClient,
  module: string,
  values: Record<string, unknown>,
  selection: { cvid: string } | { criteria: string },
): Promise<string> {
  const body = { data: [values], ...selection };
  const { data } = await client.call(`POST /${path}`, { params: { module }, body });
  const [row] = data;
  const id = row?.details.job_id;
  if (typeof id !== 'string') throw new CrmError('refused', row?.code ?? 'UNKNOWN', row?.message ?? '');
  return id;
}

/**
 * Looks after a job until it has ended.
 * @param onProgress called at every look @returns false when nobody looks any more
 * @throws {CrmError}
 */
export async function followJob(
  client: CrmClient,
  module: string,
  id: string,
  onProgress: (progress: Pick<MassState, 'done' | 'total' | 'failed' | 'failures'>) => boolean,
): Promise<void> {
  for (;;) {
    const answer = await client.call(`GET /${path}`, { params: { module }, query: { job_id: id } });
    const job = answer?.data[0];
    if (!job) throw new CrmError('not_found', 'NO_JOB', id);
    const { Status, Total_Count: total, Updated_Count: updated, Failed_Count: failed } = job;
    const failures = job.Failed_Records ?? [];
    const isWatched = onProgress({ done: updated + failed, total, failed, failures });
    if (Status === 'FAILED') throw new CrmError('refused', 'FAILED', Status);
    if (Status === 'COMPLETED' || !isWatched) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
}
