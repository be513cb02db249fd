import type { WorkflowRuleInput } from '@crm-elements/contract';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Principal } from '../../platform/auth/principal.js';
import type { Tx } from '../../platform/db/database.js';
import { serveRoute } from '../../platform/http/serve-route.js';
import { openContext } from '../../records/index.js';
import { requireManager } from '../access.js';
import { checkRule } from '../check/check-rule.js';
import type { Platform } from '../platform.js';
import { signingKey } from '../outside/signature.js';
import { listWorkflowModules } from './modules.js';
import { readRules } from './read-rules.js';
import { deleteRule, insertRule, updateRule } from './write-rules.js';

/** Workflow rules, for those who may manage automation. */
export function serveRules(app: FastifyInstance, { database, modules, secrets }: Platform): void {
  const { db, transact } = database;

  const write = async <T>(
    principal: Principal,
    input: WorkflowRuleInput,
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> => {
    await requireManager(db, principal);
    return transact(async (tx) => {
      await checkRule(tx, await openContext(tx, modules, principal), input);
      return work(tx);
    });
  };

  serveRoute(app, 'GET /v1/workflow-modules', async ({ principal }) => {
    await requireManager(db, principal);
    const { all } = await modules.of(db, principal.orgId);
    return { status: 200, body: { data: listWorkflowModules(all) } };
  });

  serveRoute(app, 'GET /v1/workflow-signing-key', async ({ principal }) => {
    await requireManager(db, principal);
    return { status: 200, body: { key: signingKey(secrets, principal.orgId) } };
  });

  serveRoute(app, 'GET /v1/workflow-rules', async ({ principal, query }) => {
    await requireManager(db, principal);
    const where = query.module === undefined ? sql`true` : sql`module = ${query.module}`;
    return { status: 200, body: { data: await readRules(db, principal.orgId, where) } };
  });

  serveRoute(
    app,
    'POST /v1/workflow-rules',
    async ({ principal, body: { client_id: clientId, ...input } }) => ({
      status: 201,
      body: await write(principal, input, (tx) => insertRule(tx, principal, clientId, input)),
    }),
  );

  serveRoute(app, 'PUT /v1/workflow-rules/:id', async ({ principal, params, body }) => ({
    status: 200,
    body: await write(principal, body, (tx) => updateRule(tx, principal, params.id, body)),
  }));

  serveRoute(app, 'DELETE /v1/workflow-rules/:id', async ({ principal, params }) => {
    await requireManager(db, principal);
    await transact((tx) => deleteRule(tx, principal, params.id));
    return { status: 204 };
  });
}
