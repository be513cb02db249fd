import { RoomStore } from '../realtime/room-store.js';
import { reducePages, type Page, type Pages, type Row } from './pages.js';
import { readAgain } from './read-again.js';
import { readMore } from './read-more.js';

/** A list in any order, read page by page; read again as far as it is shown when its room moves on. */
export abstract class PagesStore<R extends Row, P extends Page<R> = Page<R>> extends RoomStore<
  P & Pages<R>,
  P
> {
  /** Reads the next page and adds it. A failure is told in the state. */
  loadMore(): Promise<void> {
    return readMore(this.state.value.data, {
      read: (next) => this.page(next),
      tell: (change) => {
        const { data } = this.state.value;
        if (data) this.show(reducePages(data, change));
      },
      restart: () => this.refresh(),
    });
  }

  /** Reads one page. @param next leads to it; undefined for the first @throws {CrmError} */
  protected abstract page(next: string | undefined): Promise<P>;

  protected read(): Promise<P> {
    return readAgain(this.state.value.data?.rows.length ?? 0, (next) => this.page(next));
  }

  protected take(page: P): undefined {
    this.show({ ...page, more: 'idle' });
  }
}
