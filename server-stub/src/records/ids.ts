import { createHash } from 'node:crypto';

/** Whether a text is a decimal 63-bit id. */
export const isId = (text: string): boolean =>
  /^[1-9]\d{0,18}$/.test(text) && BigInt(text) <= 9_223_372_036_854_775_807n;

/** Id of what is declared in code, the same in every organization and on every node: 18 digits. */
export function stableId(name: string): string {
  const hash = createHash('sha256').update(name).digest().readBigUInt64BE();
  return String(100_000_000_000_000_000n + (hash % 800_000_000_000_000_000n));
}
