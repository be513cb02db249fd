import type { Page } from './pages.js';

/**
 * Reads a list from its beginning until it has as many rows as are shown already.
 * @throws {CrmError}
 */
export async function readAgain<R>(
  count: number,
  read: (next: string | undefined) => Promise<Page<R>>,
): Promise<Page<R>> {
  let all = await read(undefined);
  while (all.next !== null && all.rows.length < count) {
    const page = await read(all.next);
    all = { ...page, rows: [...all.rows, ...page.rows] };
  }
  return all;
}
