import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** So near the end counts as the end, px. */
const NEAR = 48;

/** Keeps a list at its end while its reader is there, and never moves it under a reader who is not. */
export class StickToEnd implements ReactiveController {
  /** Something came while the reader was elsewhere in the list. */
  hasNews = false;
  isAtEnd = true;
  #last: string | undefined;
  #observed: HTMLElement | undefined;
  #resized: ResizeObserver | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly find: () => HTMLElement | null,
  ) {
    host.addController(this);
  }

  /** To be called after drawing. @param last id of the last entry @param isOwn the reader wrote it */
  drawn(last: string | undefined, isOwn: boolean): void {
    this.#observe();
    const isNew = last !== this.#last;
    this.#last = last;
    if (this.isAtEnd || (isNew && isOwn)) this.jump();
    else if (isNew && !this.hasNews) {
      this.hasNews = true;
      this.host.requestUpdate();
    }
  }

  readonly onScroll = (): void => {
    const list = this.find();
    if (!list) return;
    this.isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR;
    if (this.isAtEnd && this.hasNews) this.#forgetNews();
    if (this.isAtEnd) this.host.requestUpdate();
  };

  /** Goes to the end. */
  jump(): void {
    const list = this.find();
    if (!list) return;
    this.isAtEnd = true;
    list.scrollTop = list.scrollHeight;
    if (this.hasNews) this.#forgetNews();
  }

  hostDisconnected(): void {
    this.#resized?.disconnect();
    this.#observed = undefined;
  }

  #forgetNews(): void {
    this.hasNews = false;
    this.host.requestUpdate();
  }

  /** A keyboard that opens, or a notice above, must not hide the last line. */
  #observe(): void {
    const list = this.find() ?? undefined;
    if (list === this.#observed) return;
    this.#resized?.disconnect();
    this.#observed = list;
    if (!list) return;
    this.#resized = new ResizeObserver(() => {
      if (this.isAtEnd) this.jump();
    });
    this.#resized.observe(list);
  }
}
