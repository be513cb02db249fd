import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A list of no more rows than this is drawn as a whole. */
export const WHOLE = 100;
/** Drawn beyond the window on either side, px. */
const MARGIN = 800;
/** Until rows are there to be measured, px. */
const ROW_HEIGHT = 96;

interface Host extends ReactiveControllerHost {
  renderRoot: ParentNode;
}

interface Row {
  visit_id: string;
}

/** A row to draw, or room for those that are not drawn, px. */
export type Line<R> = { key: string; index: number; row: R } | { key: string; room: number };

/**
 * Which rows of a long list are drawn, wherever the page scrolls: those in sight and around it, and the one with the
 * focus. Rows may be of different heights.
 */
export class VisitorWindow implements ReactiveController {
  readonly #heights = new Map<string, number>();
  /** Height of those that were never drawn; one for all, so that the list keeps its length. */
  #usual: number | undefined;
  /** What of the list is to be drawn, px from its beginning. */
  #sight = { top: 0, bottom: 2 * MARGIN };
  /** The row with the focus. */
  #kept: string | undefined;
  #isLong = false;
  #frame: number | undefined;
  readonly #onResize = () => {
    this.#forget();
    this.#onScroll();
  };
  readonly #onScroll = () => {
    if (this.#isLong) this.#frame ??= requestAnimationFrame(() => this.#look());
  };

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  /** What is drawn of the rows, in their order. */
  linesOf<R extends Row>(rows: readonly R[]): Line<R>[] {
    this.#isLong = rows.length > WHOLE;
    // Most of those that were measured have left.
    if (this.#heights.size > 2 * rows.length + WHOLE) this.#heights.clear();
    const lines: Line<R>[] = [];
    let room = 0;
    let top = 0;
    for (const [index, row] of rows.entries()) {
      const id = row.visit_id;
      const height = this.#heights.get(id) ?? this.#usual ?? ROW_HEIGHT;
      const isInSight = top + height >= this.#sight.top && top <= this.#sight.bottom;
      top += height;
      if (this.#isLong && !isInSight && id !== this.#kept) {
        room += height;
        continue;
      }
      if (room > 0) lines.push({ key: `room before ${id}`, room });
      room = 0;
      lines.push({ key: id, index, row });
    }
    if (room > 0) lines.push({ key: 'room', room });
    return lines;
  }

  /** The focus is in this row: it stays drawn, in sight or not. */
  keep(visitId: string | undefined): void {
    this.#kept = visitId;
  }

  hostConnected(): void {
    addEventListener('scroll', this.#onScroll, { capture: true, passive: true });
    addEventListener('resize', this.#onResize);
  }

  hostDisconnected(): void {
    removeEventListener('scroll', this.#onScroll, { capture: true });
    removeEventListener('resize', this.#onResize);
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    this.#forget();
  }

  hostUpdated(): void {
    if (!this.#isLong) return;
    for (const room of this.host.renderRoot.querySelectorAll<HTMLElement>('.room'))
      room.style.blockSize = `${room.dataset.room ?? 0}px`;
    this.#look();
  }

  #forget(): void {
    this.#heights.clear();
    this.#usual = undefined;
  }

  /** Measures what is drawn and looks where the window is; draws anew where it comes near the end of it. */
  #look(): void {
    this.#frame = undefined;
    const list = this.host.renderRoot.querySelector('.visitors');
    if (!list) return;
    const rows = [...list.querySelectorAll<HTMLElement>('.visitor')];
    for (const row of rows) this.#heights.set(row.dataset.visit ?? '', row.offsetHeight);
    this.#usual ??= rows[0]?.offsetHeight;
    const { top } = list.getBoundingClientRect();
    const [from, to] = [-top, innerHeight - top];
    const isNear = from - MARGIN / 2 < this.#sight.top || to + MARGIN / 2 > this.#sight.bottom;
    if (!isNear) return;
    this.#sight = { top: from - MARGIN, bottom: to + MARGIN };
    this.host.requestUpdate();
  }
}
