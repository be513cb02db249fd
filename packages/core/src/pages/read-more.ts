import { CrmError } from '../errors.js';
import type { Page, Pages, PagesChange } from './pages.js';

interface Reading<R> {
  /** @param next leads to the page @throws {CrmError} */
  read: (next: string) => Promise<Page<R>>;
  /** Takes in what becomes of the list. */
  tell: (change: PagesChange<R>) => void;
  /** Begins the list anew: left open for a day, it has lost its place. */
  restart: () => void | Promise<void>;
}

/** Reads the next page of a list, unless there is none or it is on its way. A failure is told as a change. */
export async function readMore<R>(
  pages: Pages<R> | undefined,
  { read, tell, restart }: Reading<R>,
): Promise<void> {
  if (typeof pages?.next !== 'string' || pages.more === 'loading') return;
  tell({ type: 'more-asked' });
  try {
    tell({ type: 'more-added', after: pages, page: await read(pages.next) });
  } catch (error) {
    if (error instanceof CrmError && error.code === 'EXPIRED_VALUE') await restart();
    else tell({ type: 'more-failed' });
  }
}
