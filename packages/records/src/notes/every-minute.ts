import type { ReactiveController, ReactiveControllerHost } from 'lit';

const MINUTE = 60_000;

/** Redraws its host every minute, so that "5 minutes ago" stays true. */
export class EveryMinute implements ReactiveController {
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setInterval(() => this.host.requestUpdate(), MINUTE);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }
}
