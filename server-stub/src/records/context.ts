import { fullAccess, loadAccess, type Access, type ModuleAction } from '../identity/index.js';
import type { Principal } from '../platform/auth/principal.js';
import type { Db } from '../platform/db/database.js';
import { CrmFailure } from '../crm-dialect/failure.js';
import type { Modules } from './metadata/registry.js';
import type { Cause, Context, Module } from './module.js';

/** Who asks for what: the user's access, the modules of their organization, and the module asked for. */
export type ModuleContext = Context & { module: Module };

/** Opens a module for an action. @throws CrmFailure INVALID_MODULE, NOT_SUPPORTED, NO_PERMISSION */
export async function openModule(
  db: Db,
  modules: Modules,
  principal: Principal,
  name: string,
  ...actions: ModuleAction[]
): Promise<ModuleContext> {
  const context = await openContext(db, modules, principal);
  const module = context.modules.find(name);
  const allows = (action: ModuleAction) =>
    module.writable || action === 'view' || (action === 'delete' && module.rows?.remove !== undefined);
  if (!actions.every(allows))
    throw new CrmFailure(400, 'NOT_SUPPORTED', 'records of this module cannot be written by the API', {
      module: module.apiName,
    });
  for (const action of actions) checkMay(context.access, module, action);
  return { ...context, module };
}

export async function openContext(db: Db, modules: Modules, principal: Principal): Promise<Context> {
  const [access, org] = await Promise.all([loadAccess(db, principal), modules.of(db, principal.orgId)]);
  return { access, modules: org };
}

/** @throws CrmFailure NO_PERMISSION */
export function checkMay(access: Access, { apiName, dependent }: Module, action: ModuleAction): void {
  if (dependent || access.may(apiName, action)) return;
  const verb = `${action.charAt(0).toUpperCase()}${action.slice(1)}`;
  throw new CrmFailure(403, 'NO_PERMISSION', 'permission denied', {
    permissions: [`Crm_Implied_${verb}_${apiName}`],
  });
}

/**
 * The backend's own doing on behalf of a user, as when a visitor becomes a lead: not limited by what
 * the user may do.
 */
export async function systemContext(
  db: Db,
  modules: Modules,
  orgId: string,
  userId: string,
  cause?: Cause,
): Promise<Context> {
  return { access: fullAccess(orgId, userId), modules: await modules.of(db, orgId), cause };
}
