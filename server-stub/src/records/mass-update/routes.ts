import type { WriteRow } from '@crm-elements/contract';
import type { FastifyInstance } from 'fastify';
import { serveRoute } from '../../platform/http/serve-route.js';
import { openModule, type ModuleContext } from '../context.js';
import { CrmFailure } from '../../crm-dialect/failure.js';
import { isId } from '../../crm-dialect/ids.js';
import type { Platform } from '../platform.js';
import { answerRows } from '../write/answers.js';
import { readDraft, type InputRow } from '../write/draft.js';
import { updateRecords } from '../write/update.js';
import { createMassUpdater, MASS_UPDATE, startMassUpdate } from './job.js';

/** The values have to fit before a job starts; a unique one can be nobody's twice. */
function checkValues({ module }: ModuleContext, row: InputRow): WriteRow | undefined {
  const draft = readDraft(module, row, 0, false);
  if (draft.fault) return draft.fault;
  const unique = [...draft.values.keys()].find((field) => field.unique);
  if (unique)
    throw new CrmFailure(400, 'INVALID_DATA', 'unique fields cannot be mass updated', {
      api_name: unique.apiName,
      json_path: `$.data[0].${unique.apiName}`,
    });
  if (draft.values.size === 0)
    throw new CrmFailure(400, 'INVALID_DATA', 'data must name a field', { json_path: '$.data[0]' });
  return undefined;
}

/** The same values for many records. */
export function serveMassUpdate(app: FastifyInstance, { database, modules, relay }: Platform): void {
  const { db, transact } = database;
  relay.on(MASS_UPDATE, createMassUpdater(modules));

  serveRoute(
    app,
    'POST /crm/v8/:module/actions/mass_update',
    async ({ params, body, principal, request }) => {
      const context = await openModule(db, modules, principal, params.module, 'edit');
      const row = body.data[0] ?? {};
      const { ids, cvid, criteria } = body;
      if ([ids, cvid, criteria].filter((given) => given !== undefined).length !== 1)
        throw new CrmFailure(400, 'EXPECTED_PARAM_MISSING', 'one of ids, cvid and criteria is expected', {
          expected_params: ['ids', 'cvid', 'criteria'],
        });
      for (const id of [...(ids ?? []), ...(cvid === undefined ? [] : [cvid])])
        if (!isId(id)) throw new CrmFailure(400, 'INVALID_DATA', 'the id given seems to be invalid', { id });
      const fault = checkValues(context, row);
      if (fault) return answerRows([fault], 200, request.url);
      if (ids) {
        const rows = [...new Set(ids)].map((id) => ({ ...row, id }));
        const data = await transact((tx) => updateRecords(tx, context, context.module, rows));
        return answerRows(data, 200, request.url);
      }
      const jobId = await transact((tx) => startMassUpdate(tx, context, row, { viewId: cvid, criteria }));
      const scheduled: WriteRow = {
        code: 'SUCCESS',
        details: { job_id: jobId },
        message: 'mass update scheduled successfully',
        status: 'success',
      };
      return { status: 200, body: { data: [scheduled] } };
    },
  );

  serveRoute(app, 'GET /crm/v8/:module/actions/mass_update', async ({ params, query, principal }) => {
    const { access, module } = await openModule(db, modules, principal, params.module, 'edit');
    if (query.job_id === undefined || !isId(query.job_id))
      throw new CrmFailure(400, 'INVALID_DATA', 'the job_id given seems to be invalid', {
        param_name: 'job_id',
      });
    const job = await db
      .selectFrom('mass_update')
      .select(['status', 'total', 'updated', 'failed', 'failures'])
      .where('org_id', '=', access.orgId)
      .where('id', '=', query.job_id)
      .where('module', '=', module.apiName)
      .where('user_id', '=', access.userId)
      .executeTakeFirst();
    if (!job) return { status: 204 };
    const state = {
      Status: job.status,
      Total_Count: job.total,
      Updated_Count: job.updated,
      Failed_Count: job.failed,
      Not_Updated_Count: Math.max(0, job.total - job.updated - job.failed),
      Failed_Records: Object.entries(job.failures).map(([id, reason]) => ({ id, ...reason })),
    };
    return { status: 200, body: { data: [state] } };
  });
}
