import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Rows drawn beyond those in sight, on either side. */
const MARGIN = 8;
/** The window moves by this many rows, so that not every pixel draws. */
const STEP = 4;
/** Until rows are there to be measured, px. */
const ROW_HEIGHT = 44;
const VIEW_HEIGHT = 600;

interface Host extends ReactiveControllerHost {
  renderRoot: ParentNode;
}

/** Which rows of a long list are drawn: those in sight and some around them, all of the same height. */
export class RowWindow implements ReactiveController {
  #top = 0;
  #viewHeight = VIEW_HEIGHT;
  #rowHeight = ROW_HEIGHT;
  #count = 0;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  /** @returns the first drawn row, and the first behind the last one */
  rangeOf(count: number): { start: number; end: number } {
    this.#count = count;
    const first = Math.floor(this.#top / this.#rowHeight / STEP) * STEP - MARGIN;
    const drawn = Math.ceil(this.#viewHeight / this.#rowHeight) + STEP + 2 * MARGIN;
    const start = Math.max(0, Math.min(first, count - drawn));
    return { start, end: Math.min(count, Math.max(0, first) + drawn) };
  }

  /** For the scroll event of the region. @returns whether the end is near */
  onScroll({ scrollTop, clientHeight }: Element): boolean {
    const before = this.#key;
    this.#top = scrollTop;
    this.#viewHeight = clientHeight;
    if (this.#key !== before) this.host.requestUpdate();
    return this.rangeOf(this.#count).end >= this.#count;
  }

  hostUpdated(): void {
    const region = this.host.renderRoot.querySelector('.scroll');
    const row = region?.querySelector<HTMLElement>('.row');
    if (!region || !row) return;
    const before = this.#key;
    this.#rowHeight = row.offsetHeight || this.#rowHeight;
    this.#viewHeight = region.clientHeight;
    this.#top = region.scrollTop;
    const { start, end } = this.rangeOf(this.#count);
    this.#space(region, 'before', start);
    this.#space(region, 'after', this.#count - end);
    if (this.#key !== before) this.host.requestUpdate();
  }

  /** Room for the rows that are not drawn. */
  #space(region: Element, side: 'before' | 'after', rows: number): void {
    const cell = region.querySelector<HTMLElement>(`.space-${side}`);
    cell?.style.setProperty('block-size', `${rows * this.#rowHeight}px`);
  }

  get #key(): string {
    const { start, end } = this.rangeOf(this.#count);
    return `${start}-${end}`;
  }
}
