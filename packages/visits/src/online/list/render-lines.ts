import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { WHOLE, type Line } from './visitor-window.js';

/** Where a row stands in a list of which some rows are drawn. */
export interface Place {
  /** From one. */
  nth: number;
  count: number;
}

/** The rows of a list; those that are not drawn leave their room. @param count rows of the whole list */
export const renderLines = <R>(
  lines: readonly Line<R>[],
  count: number,
  renderRow: (row: R, place: Place | undefined) => TemplateResult,
): unknown =>
  repeat(
    lines,
    ({ key }) => key,
    (line) =>
      'row' in line
        ? renderRow(line.row, count > WHOLE ? { nth: line.index + 1, count } : undefined)
        : html`<li class="room" aria-hidden="true" data-room=${line.room}></li>`,
  );

/** The visit whose row an event comes from. */
export const visitOf = ({ target }: Event): string | undefined =>
  (target as Element).closest<HTMLElement>('.visitor')?.dataset.visit;
