import type { FastifyInstance } from 'fastify';
import type { Principal } from '../../platform/auth/principal.js';
import { serveRoute } from '../../platform/http/serve-route.js';
import { checkMay, openContext, openModule } from '../context.js';
import { CrmFailure } from '../../crm-dialect/failure.js';
import type { Context } from '../module.js';
import type { Platform } from '../platform.js';
import { changeField, createField, removeField } from './custom-fields.js';
import { changeModule, createModule, removeModule } from './custom-modules.js';
import { findModule, moduleParameter } from './read-routes.js';
import { answerSettings, settingRows } from './setting-rows.js';

/** @throws CrmFailure NO_PERMISSION */
function checkCustomizes({ access }: Context): void {
  if (!access.has('customize'))
    throw new CrmFailure(403, 'NO_PERMISSION', 'permission denied', {
      permissions: ['Crm_Implied_Customize'],
    });
}

/** Custom modules and fields, made by an administrator while the server runs. */
export function serveCustomization(app: FastifyInstance, platform: Platform): void {
  const { database, modules } = platform;
  const open = async (principal: Principal) => {
    const context = await openContext(database.db, modules, principal);
    checkCustomizes(context);
    return context;
  };
  const openFields = async (principal: Principal, query: { module?: string }) => {
    const name = moduleParameter(query.module);
    checkCustomizes(await openContext(database.db, modules, principal));
    const context = await openModule(database.db, modules, principal, name, 'view');
    const { module, access } = context;
    if (module.writable) checkMay(access, module, 'edit');
    else if (!module.rows?.extensible)
      throw new CrmFailure(400, 'NOT_SUPPORTED', 'this module cannot have fields of its own', {
        module: module.apiName,
      });
    return context;
  };

  serveRoute(app, 'POST /crm/v8/settings/modules', async ({ principal, body }) => {
    await open(principal);
    // Each sees what the one before has made.
    const rows = await settingRows('modules', body.modules, async (input) =>
      createModule(platform, await open(principal), input),
    );
    return answerSettings('modules', rows, 201);
  });

  for (const method of ['PUT', 'PATCH'] as const) {
    serveRoute(app, `${method} /crm/v8/settings/modules/:id`, async ({ principal, params, body }) => {
      const module = findModule(await open(principal), params.id);
      const rows = await settingRows('modules', body.modules.slice(0, 1), async (input) =>
        changeModule(platform, await open(principal), module, input),
      );
      return answerSettings('modules', rows, 200);
    });
  }

  serveRoute(app, 'DELETE /crm/v8/settings/modules/:id', async ({ principal, params }) => {
    const context = await open(principal);
    const module = findModule(context, params.id);
    const rows = await settingRows('modules', [module], () => removeModule(platform, context, module));
    return answerSettings('modules', rows, 200);
  });

  serveRoute(app, 'POST /crm/v8/settings/fields', async ({ principal, query, body }) => {
    await openFields(principal, query);
    const rows = await settingRows('fields', body.fields, async (input) => {
      const context = await openFields(principal, query);
      return createField(platform, context, context.module, input);
    });
    return answerSettings('fields', rows, 201);
  });

  serveRoute(app, 'PATCH /crm/v8/settings/fields/:id', async ({ principal, query, params, body }) => {
    const context = await openFields(principal, query);
    const rows = await settingRows('fields', body.fields.slice(0, 1), (input) =>
      changeField(platform, context, context.module, params.id, input),
    );
    return answerSettings('fields', rows, 200);
  });

  serveRoute(app, 'DELETE /crm/v8/settings/fields/:id', async ({ principal, query, params }) => {
    const context = await openFields(principal, query);
    const rows = await settingRows('fields', [params.id], (id) =>
      removeField(platform, context, context.module, id),
    );
    return answerSettings('fields', rows, 200);
  });
}
