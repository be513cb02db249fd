import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Draws its host again now and then, for what changes by itself with time. */
export class Ticker implements ReactiveController {
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** ms */
    private readonly every: number,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setInterval(() => {
      if (document.visibilityState === 'visible') this.host.requestUpdate();
    }, this.every);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }
}
