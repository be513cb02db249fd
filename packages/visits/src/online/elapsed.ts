import type { Formats } from '@crm-elements/core/lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { DirectiveResult } from 'lit/directive.js';
import { everySecond } from './ticker.js';

interface Span {
  /** Both in the server's time, ms. */
  from: number;
  /** Undefined while it goes on. */
  to: number | undefined;
  now: () => number;
  formats: Formats;
}

/** A length of time as a clock shows it: `0:05`, `12:40`, `1:02:33`. */
function clockText(ms: number, formats: Formats): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const parts = [...(hours > 0 ? [hours] : []), Math.floor((seconds % 3600) / 60), seconds % 60];
  return parts
    .map((part, index) => formats.number(part, { minimumIntegerDigits: index > 0 ? 2 : 1 }))
    .join(':');
}

/** Draws a running time anew each second, without drawing anything around it. */
class Elapsed extends AsyncDirective {
  #span: Span | undefined;
  #stop: (() => void) | undefined;

  render(span: Span): string {
    this.#span = span;
    if (this.isConnected) this.reconnected();
    return this.#text(span);
  }

  protected override disconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  protected override reconnected(): void {
    if (this.#span?.to !== undefined) this.disconnected();
    else this.#stop ??= everySecond(() => this.#draw());
  }

  #draw(): void {
    if (this.#span) this.setValue(this.#text(this.#span));
  }

  #text({ from, to, now, formats }: Span): string {
    return clockText((to ?? now()) - from, formats);
  }
}

export const elapsed: (span: Span) => DirectiveResult = directive(Elapsed);
