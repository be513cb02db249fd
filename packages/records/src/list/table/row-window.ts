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

/** Rows from `start` to before `end`. */
export interface Range {
  start: number;
  end: number;
}

/** Which rows of a long list are drawn: those in sight and some around them, all of the same height. */
export class RowWindow implements ReactiveController {
  #top = 0;
  #viewHeight = VIEW_HEIGHT;
  #rowHeight = ROW_HEIGHT;
  #count = 0;
  #kept: string | undefined;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  /** The rows in sight. */
  rangeOf(count: number): Range {
    this.#count = count;
    const first = Math.floor(this.#top / this.#rowHeight / STEP) * STEP - MARGIN;
    const drawn = Math.ceil(this.#viewHeight / this.#rowHeight) + STEP + 2 * MARGIN;
    const start = Math.max(0, Math.min(first, count - drawn));
    return { start, end: Math.min(count, Math.max(0, first) + drawn) };
  }

  /** What is drawn, in order: the rows in sight, and the kept one where it is not among them. */
  rangesOf(rows: readonly { id: string }[]): Range[] {
    const range = this.rangeOf(rows.length);
    const kept = this.#kept === undefined ? -1 : rows.findIndex(({ id }) => id === this.#kept);
    if (kept === -1 || (kept >= range.start && kept < range.end)) return [range];
    const alone = { start: kept, end: kept + 1 };
    return kept < range.start ? [alone, range] : [range, alone];
  }

  /** A row that stays drawn where it is, in sight or not: the one with the focus. @returns when it is drawn */
  keep(row: { id: string } | undefined): Promise<unknown> {
    this.#kept = row?.id ?? this.#kept;
    this.host.requestUpdate();
    return this.host.updateComplete;
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
    for (const space of region.querySelectorAll<HTMLElement>('.space'))
      space.style.setProperty('block-size', `${Number(space.dataset.rows) * this.#rowHeight}px`);
    if (this.#key !== before) this.host.requestUpdate();
  }

  get #key(): string {
    const { start, end } = this.rangeOf(this.#count);
    return `${start}-${end}`;
  }
}
