import { createHash } from 'node:crypto';

/** Id of what is declared in code, the same in every organization and on every node: 18 digits. */
export function stableId(name: string): string {
  const hash = createHash('sha256').update(name).digest().readBigUInt64BE();
  return String(100_000_000_000_000_000n + (hash % 800_000_000_000_000_000n));
}
