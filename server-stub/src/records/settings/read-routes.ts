import type { FastifyInstance } from 'fastify';
import type { Principal } from '../../platform/auth/principal.js';
import { serveRoute } from '../../platform/http/serve-route.js';
import { openContext, openModule } from '../context.js';
import { CrmFailure } from '../../crm-dialect/failure.js';
import type { Context, Module } from '../module.js';
import type { Platform } from '../platform.js';
import { describeField } from './describe-field.js';
import { describeLayout } from './describe-layout.js';
import { describeModule } from './describe-module.js';
import { describeRelated } from './describe-related.js';

/** The `module` parameter of a request. @throws CrmFailure REQUIRED_PARAM_MISSING */
export function moduleParameter(name: string | undefined): string {
  if (name) return name;
  throw new CrmFailure(400, 'REQUIRED_PARAM_MISSING', 'One of the expected parameter is missing', {
    param_name: 'module',
  });
}

/** A module by API name or id. @throws CrmFailure INVALID_MODULE */
export const findModule = ({ modules }: Context, name: string): Module =>
  modules.all.find(({ id }) => id === name) ?? modules.find(name);

/** What modules there are and what they consist of. */
export function serveSettings(app: FastifyInstance, { database: { db }, modules }: Platform): void {
  const open = (principal: Principal, { module }: { module?: string }) =>
    openModule(db, modules, principal, moduleParameter(module), 'view');

  serveRoute(app, 'GET /crm/v8/settings/modules', async ({ principal }) => {
    const { access, modules: org } = await openContext(db, modules, principal);
    return { status: 200, body: { modules: org.all.map((module) => describeModule(module, access)) } };
  });

  serveRoute(app, 'GET /crm/v8/settings/modules/:id', async ({ principal, params }) => {
    const context = await openContext(db, modules, principal);
    const module = findModule(context, params.id);
    const fields = module.fields.map((field) => describeField(field, context.modules));
    return { status: 200, body: { modules: [{ ...describeModule(module, context.access), fields }] } };
  });

  serveRoute(app, 'GET /crm/v8/settings/fields', async ({ principal, query }) => {
    const { module, modules: org } = await open(principal, query);
    return { status: 200, body: { fields: module.fields.map((field) => describeField(field, org)) } };
  });

  serveRoute(app, 'GET /crm/v8/settings/fields/:id', async ({ principal, query, params }) => {
    const { module, modules: org } = await open(principal, query);
    const field = module.fields.find(({ id }) => id === params.id);
    return field ? { status: 200, body: { fields: [describeField(field, org)] } } : { status: 204 };
  });

  serveRoute(app, 'GET /crm/v8/settings/layouts', async ({ principal, query }) => {
    const { module, modules: org } = await open(principal, query);
    return { status: 200, body: { layouts: [describeLayout(module, org)] } };
  });

  serveRoute(app, 'GET /crm/v8/settings/related_lists', async ({ principal, query }) => {
    const { module, modules: org } = await open(principal, query);
    const lists = describeRelated(module, org);
    return lists.length ? { status: 200, body: { related_lists: lists } } : { status: 204 };
  });
}
