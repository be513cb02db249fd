import type { CrmClient } from '@crm-elements/core';

/**
 * Modules in which something is done with many records, or was and nobody has seen yet what came of it. Known to
 * every list from the start, so that one who comes back finds it.
 */
const modules = new WeakMap<CrmClient, Set<string>>();

export const hasMass = (client: CrmClient | undefined, module: string): boolean =>
  client !== undefined && modules.get(client)?.has(module) === true;

export function noteMass(client: CrmClient, module: string, isThere: boolean): void {
  const known = modules.get(client) ?? new Set();
  modules.set(client, known);
  if (isThere) known.add(module);
  else known.delete(module);
}
