import type { WriteRow } from '@crm-elements/contract';

/** Id of the one row that was written. */
export function writtenId(rows: readonly WriteRow[] | undefined): string {
  const id = rows?.[0]?.details.id;
  return typeof id === 'string' ? id : '';
}
