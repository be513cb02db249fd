/** Something that is shown by its name. */
export interface Named {
  id: string;
  name: string;
}

/** A row of the settings API, whose shape the contract leaves open. */
export type ApiRow = Record<string, unknown>;

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A reference as the API tells it; null where there is none. */
export function toNamed(value: unknown): Named | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, name } = value as ApiRow;
  return { id: textOf(id), name: textOf(name) };
}
