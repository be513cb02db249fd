import { css } from 'lit';
import type { FieldDescription } from '../../fields/module-meta.js';
import { widthOf } from './render-head.js';

/** Width of the boxes and of the names, rem. */
const FIRST = 20;

/** Columns share the room; where it is too narrow for them, the table scrolls. */
export function setTableWidth(root: ParentNode, fields: readonly FieldDescription[]): void {
  const width = fields.slice(1).reduce((sum, field) => sum + widthOf(field), FIRST);
  root.querySelector('table')?.style.setProperty('--_width', `${width}rem`);
}

/** The table of records: rows of one height, names and heads that stay in sight. */
export const tableStyles = css`
  .scroll {
    position: relative;
    max-block-size: var(--crm-record-list-height, 70vh);
    overflow: auto;
    overscroll-behavior-x: contain;
    /* What the focus comes to is not below the heads and the names. */
    scroll-padding-block-start: 2.25rem;
    scroll-padding-inline-start: 20rem;
    overflow-anchor: none;
    border-block-start: 1px solid var(--_border);
  }
  .scroll[aria-busy='true'] {
    opacity: 0.6;
  }
  .scroll:focus-visible {
    outline-offset: -2px;
  }
  table {
    inline-size: 100%;
    min-inline-size: var(--_width);
    border-spacing: 0;
    table-layout: fixed;
  }
  th,
  td {
    block-size: 2.75rem;
    overflow: hidden;
    padding: 0 0.75rem;
    background: var(--_surface);
    font-weight: 400;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  /* Above, not below: a cell that sticks would cover the line of the row before it. */
  .row + .row > * {
    border-block-start: 1px solid var(--_border);
  }
  /* In a cell that is itself cut, its words follow the page. */
  td > .cut {
    display: inline;
  }
  td .lines {
    white-space: nowrap;
  }
  td .chips {
    flex-wrap: nowrap;
  }
  .space {
    block-size: 0;
    padding: 0;
    border: 0;
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    block-size: 2.25rem;
    background: var(--_raised);
    color: var(--_muted);
    font-size: 0.75rem;
    font-weight: 500;
  }
  .box {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    inline-size: 2.75rem;
    padding-inline: 0.75rem 0;
  }
  .box input {
    display: block;
  }
  .main,
  thead th:nth-child(2) {
    position: sticky;
    inset-inline-start: 2.75rem;
    z-index: 1;
    inline-size: 17.25rem;
    border-inline-end: 1px solid var(--_border);
  }
  thead .box,
  thead th:nth-child(2) {
    z-index: 3;
  }
  .name {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-inline-size: 0;
  }
  .main .record {
    flex: 0 1 auto;
    min-inline-size: 0;
    font-weight: 600;
  }
  .row:hover > * {
    background: var(--_hover);
  }
  .row[data-chosen] > * {
    background: var(--_accent-soft);
  }
  .number {
    text-align: end;
  }
  .sort {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    max-inline-size: 100%;
    min-block-size: 1.75rem;
    padding: 0;
    border: 0;
    border-radius: 2px;
    background: none;
    color: inherit;
    font: inherit;
  }
  button.sort {
    cursor: pointer;
  }
  button.sort:hover {
    color: var(--_text);
  }
  .arrow {
    flex: none;
    inline-size: 0.375rem;
    block-size: 0.375rem;
    border: solid;
    border-width: 1.5px 1.5px 0 0;
    opacity: 0;
    rotate: -45deg;
    translate: 0 0.125rem;
  }
  .arrow[data-order='desc'] {
    rotate: 135deg;
    translate: 0 -0.125rem;
  }
  .arrow[data-order]:not([data-order='']) {
    opacity: 1;
  }
  [aria-sort='ascending'],
  [aria-sort='descending'] {
    color: var(--_text);
  }
  @container (inline-size < 40rem) {
    .scroll {
      scroll-padding-inline-start: 11.75rem;
    }
    .main,
    thead th:nth-child(2) {
      inset-inline-start: 2.25rem;
      inline-size: 9.5rem;
    }
    .box {
      inline-size: 2.25rem;
      padding-inline: 0.5rem 0;
    }
    th,
    td {
      padding-inline: 0.5rem;
    }
  }
  @media (forced-colors: active) {
    .row[data-chosen] > * {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
    .row[data-chosen] :is(.record, .link, .none, .chip) {
      color: inherit;
    }
  }
`;
