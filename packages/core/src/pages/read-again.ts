import type { Page } from './pages.js';

/**
 * Reads a list from its beginning until it has as many rows as are shown already.
 * @throws {CrmError}
 */
export async function readAgain<R, P extends Page<R> = Page<R>>(
  count: number,
  read: (next: string | undefined) => Promise<P>,
): Promise<P> {
  let all = await read(undefined);
  while (all.next !== null && all.rows.length < count) {
    const page = await read(all.next);
    all = { ...page, rows: [...all.rows, ...page.rows] };
  }
  return all;
}
