import { RECORDS_MAX_WRITE, type WriteRow } from '@crm-elements/contract';
import type { FastifyInstance } from 'fastify';
import type { ModuleAction } from '../../identity/index.js';
import type { Principal } from '../../platform/auth/principal.js';
import type { Tx } from '../../platform/db/database.js';
import { serveRoute } from '../../platform/http/serve-route.js';
import { openModule, type ModuleContext } from '../context.js';
import { conditionalTime } from '../list/conditional.js';
import type { Platform } from '../platform.js';
import { pathId } from '../path-id.js';
import { answerRows } from './answers.js';
import { checkRows, idsOf } from './check-rows.js';
import { deleteRecords } from './delete.js';
import { insertRecords } from './insert.js';
import { updateRecords } from './update.js';
import { checkFields, upsertRecords } from './upsert.js';

const options = { bodyLimit: 5_000_000 };

/** `wf_trigger=false` is how deletes say that no automation runs. */
const triggerOf = (text: string | undefined) => (text === 'false' ? [] : undefined);

/** Insert, update, upsert and delete: one transaction a request. */
export function serveWrites(app: FastifyInstance, { database: { db, transact }, modules }: Platform): void {
  const write = async (
    principal: Principal,
    name: string,
    actions: ModuleAction[],
    work: (tx: Tx, context: ModuleContext) => Promise<WriteRow[]>,
  ) => {
    const context = await openModule(db, modules, principal, name, ...actions);
    return transact((tx) => work(tx, context));
  };

  serveRoute(
    app,
    'POST /crm/v8/:module',
    async ({ params, body, principal, request }) => {
      const data = await write(principal, params.module, ['create'], (tx, context) =>
        insertRecords(tx, context, context.module, checkRows(body.data, RECORDS_MAX_WRITE), body.trigger),
      );
      return answerRows(data, 201, request.url);
    },
    options,
  );

  serveRoute(
    app,
    'PUT /crm/v8/:module',
    async ({ params, body, principal, request }) => {
      const unmodifiedSince = conditionalTime(request, 'if-unmodified-since');
      const data = await write(principal, params.module, ['edit'], (tx, context) =>
        updateRecords(tx, context, context.module, checkRows(body.data, RECORDS_MAX_WRITE), {
          trigger: body.trigger,
          unmodifiedSince,
        }),
      );
      return answerRows(data, 200, request.url);
    },
    options,
  );

  serveRoute(
    app,
    'PUT /crm/v8/:module/:id',
    async ({ params, body, principal, request }) => {
      const id = pathId(params.id);
      const unmodifiedSince = conditionalTime(request, 'if-unmodified-since');
      const data = await write(principal, params.module, ['edit'], (tx, context) =>
        updateRecords(
          tx,
          context,
          context.module,
          checkRows(body.data, 1).map((row) => ({ ...row, id })),
          {
            trigger: body.trigger,
            unmodifiedSince,
          },
        ),
      );
      return answerRows(data, 200, request.url);
    },
    options,
  );

  serveRoute(
    app,
    'POST /crm/v8/:module/upsert',
    async ({ params, body, principal, request }) => {
      const data = await write(principal, params.module, ['create', 'edit'], (tx, context) => {
        const checks = checkFields(context.module, body.duplicate_check_fields);
        const rows = checkRows(body.data, RECORDS_MAX_WRITE);
        return upsertRecords(tx, context, context.module, rows, checks, body.trigger);
      });
      return answerRows(data, 200, request.url);
    },
    options,
  );

  serveRoute(app, 'DELETE /crm/v8/:module/:id', async ({ params, query, principal, request }) => {
    const id = pathId(params.id);
    const data = await write(principal, params.module, ['delete'], (tx, context) =>
      deleteRecords(tx, context, context.module, [id], triggerOf(query.wf_trigger)),
    );
    return answerRows(data, 200, request.url);
  });

  serveRoute(app, 'DELETE /crm/v8/:module', async ({ params, query, principal, request }) => {
    const ids = idsOf(query.ids);
    const data = await write(principal, params.module, ['delete'], (tx, context) =>
      deleteRecords(tx, context, context.module, ids, triggerOf(query.wf_trigger)),
    );
    return answerRows(data, 200, request.url);
  });
}
