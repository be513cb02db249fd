import type { FastifyInstance } from 'fastify';
import { sql, type SqlBool } from 'kysely';
import { Failure } from '../../platform/http/failure.js';
import { serveRoute } from '../../platform/http/serve-route.js';
import { openContext } from '../../records/index.js';
import { requireManager } from '../access.js';
import type { Platform } from '../platform.js';
import { readRuns } from './read-runs.js';
import { retryRun } from './retry.js';

const PAGE = 50;
const ID = /^[1-9]\d{0,18}$/;

/** The log of what rules have done. */
export function serveLog(app: FastifyInstance, { database: { db, transact }, modules }: Platform): void {
  serveRoute(app, 'GET /v1/workflow-runs', async ({ principal, query }) => {
    await requireManager(db, principal);
    const { rule_id: rule, record_id: record, status, cursor, limit = PAGE } = query;
    if (cursor !== undefined && !ID.test(cursor))
      throw new Failure(400, 'invalid_input', { detail: 'cursor is none that this API gave.' });
    const where = sql<SqlBool>`${rule === undefined ? sql`true` : sql`r.rule_id = ${rule}`}
      and ${record === undefined ? sql`true` : sql`r.record_id = ${record}`}
      and ${status === undefined ? sql`true` : sql`r.status = ${status}`}
      and ${cursor === undefined ? sql`true` : sql`r.id < ${cursor}`}`;
    const runs = await readRuns(db, await openContext(db, modules, principal), where, limit + 1);
    const data = runs.slice(0, limit);
    return {
      status: 200,
      body: { data, next_cursor: runs.length > limit ? (data.at(-1)?.id ?? null) : null },
    };
  });

  serveRoute(app, 'POST /v1/workflow-runs/:id/retry', async ({ principal, params }) => {
    await requireManager(db, principal);
    const run = await transact(async (tx) => {
      const found = await retryRun(tx, principal.orgId, params.id);
      const context = await openContext(tx, modules, principal);
      return found ? (await readRuns(tx, context, sql<SqlBool>`r.id = ${params.id}`, 1))[0] : undefined;
    });
    if (!run) throw new Failure(404, 'not_found', { detail: 'There is no such run.' });
    return { status: 200, body: run };
  });
}
