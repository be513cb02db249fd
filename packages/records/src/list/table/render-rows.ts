import type { CrmRecord } from '@crm-elements/contract';
import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Range } from './row-window.js';

/** A drawn row, or room for those that are not drawn. */
interface Line {
  key: string;
  content: TemplateResult;
}

const renderSpace = (rows: number): TemplateResult =>
  html`<tr aria-hidden="true">
    <td class="space" data-rows=${rows}></td>
  </tr>`;

/** Some rows of a list; the others leave their room. */
export function renderRows(
  rows: readonly CrmRecord[],
  ranges: readonly Range[],
  renderRow: (record: CrmRecord, index: number) => TemplateResult,
): unknown {
  const lines: Line[] = [];
  let at = 0;
  for (const [place, { start, end }] of ranges.entries()) {
    // The room between is another one where it is below: else the row with the focus might be what moves.
    const isBelow = place > 0 && end - start > 1;
    lines.push({ key: `room ${place} ${isBelow}`, content: renderSpace(start - at) });
    for (const [offset, record] of rows.slice(start, end).entries())
      lines.push({ key: record.id, content: renderRow(record, start + offset) });
    at = end;
  }
  lines.push({ key: 'room', content: renderSpace(rows.length - at) });
  return repeat(
    lines,
    ({ key }) => key,
    ({ content }) => content,
  );
}
