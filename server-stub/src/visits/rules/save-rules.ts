import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { Failure, type FieldError } from '../../platform/http/failure.js';
import { nextId } from '../../platform/ids.js';

interface Change {
  orgId: string;
  portalId: string;
  /** Of the portal as it was read. */
  revision: number;
}

/** Nobody overwrites what they have not seen; who saves at the same time waits. @throws Failure not_found, conflict */
export async function takeRevision(tx: Tx, { orgId, portalId, revision }: Change): Promise<void> {
  const { rows } = await sql<{ seen: boolean }>`
    update portal set revision = revision + 1 where org_id = ${orgId} and id = ${portalId}
    returning revision - 1 = ${revision}::int as seen`.execute(tx);
  if (!rows[0]) throw noPortal();
  if (!rows[0].seen)
    throw new Failure(409, 'conflict', { detail: 'Somebody else has changed this portal meanwhile.' });
}

export const noPortal = (): Failure => new Failure(404, 'not_found', { detail: 'There is no such portal.' });

/** Rules keep their ids: what they have done to whom stays known. @throws Failure invalid_input */
export function withIds<R extends { id?: string; name: string }>(
  rules: R[],
  known: ReadonlySet<string>,
): (R & { id: string })[] {
  const errors: FieldError[] = [];
  const taken = new Set<string>();
  rules.forEach(({ id, name }, index) => {
    if (name.trim() === '') errors.push({ path: `/rules/${index}/name`, message: 'a rule needs a name' });
    if (id === undefined) return;
    if (!known.has(id) || taken.has(id))
      errors.push({ path: `/rules/${index}/id`, message: 'is no rule of this portal, or is there twice' });
    taken.add(id);
  });
  const [first] = errors;
  if (first) throw new Failure(400, 'invalid_input', { detail: `${first.path}: ${first.message}`, errors });
  return rules.map((rule) => ({ ...rule, id: rule.id ?? nextId(), name: rule.name.trim() }));
}
