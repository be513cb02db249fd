import type { Tx } from '../platform/db/database.js';
import { findField, type Context } from './module.js';
import { findByValues } from './write/duplicates.js';

/** The record of a module that carries an e-mail address. @returns its id */
export async function findByEmail(
  tx: Tx,
  { access, modules }: Context,
  moduleName: string,
  email: string,
): Promise<string | undefined> {
  const module = modules.find(moduleName);
  const field = findField(module, 'Email');
  return field && (await findByValues(tx, access.orgId, module, field, [email]))[0]?.id;
}
