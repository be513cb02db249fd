import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** So far below the window a list begins to load. */
const MARGIN = '400px';

/** Whether its host has come near the window yet: what nobody looks at is not read. */
export class Nearness implements ReactiveController {
  isNear = false;
  #observer: IntersectionObserver | undefined;

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  hostConnected(): void {
    if (this.isNear) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        this.isNear = true;
        observer.disconnect();
        this.host.requestUpdate();
      },
      { rootMargin: MARGIN },
    );
    observer.observe(this.host);
    this.#observer = observer;
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }
}
