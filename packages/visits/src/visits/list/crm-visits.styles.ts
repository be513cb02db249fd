import { css } from 'lit';

export const styles = css`
  .scroll {
    position: relative;
    max-block-size: var(--crm-visits-height, 70vh);
    overflow: auto;
    overscroll-behavior-x: contain;
  }
  .scroll:focus-visible {
    outline-offset: -2px;
  }
  table {
    min-inline-size: 100%;
    border-spacing: 0;
  }
  th,
  td {
    max-inline-size: 15rem;
    overflow: hidden;
    padding: 0.5rem 0.875rem;
    background: var(--_surface);
    font-weight: 400;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  /* Above, not below: a cell that sticks would cover the line of the row before it. */
  tbody tr > * {
    border-block-start: 1px solid var(--_border);
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    background: var(--_raised);
    color: var(--_muted);
    font-size: 0.75rem;
    font-weight: 500;
  }
  tr > th:first-child {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    min-inline-size: min(12.5rem, 46cqi);
    max-inline-size: min(15rem, 46cqi);
    border-inline-end: 1px solid var(--_border);
  }
  thead tr > th:first-child {
    z-index: 3;
    padding-inline-start: 2.375rem;
  }
  tbody th {
    padding: 0;
  }
  .row:hover > * {
    background: var(--_hover);
  }
  .number {
    text-align: end;
  }
  .long {
    max-inline-size: 22rem;
  }
  .view select {
    margin-block: 0.5rem;
    font-weight: 600;
  }
  .sort {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    min-block-size: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    cursor: pointer;
  }
  .sort:hover,
  [aria-sort] .sort {
    color: var(--_text);
  }
  .arrow {
    inline-size: 7px;
    block-size: 4px;
    background: currentcolor;
    clip-path: polygon(0 0, 100% 0, 50% 100%);
    forced-color-adjust: none;
    opacity: 0;
  }
  .sort:is(:hover, :focus-visible) .arrow {
    opacity: 0.5;
  }
  .arrow[data-order] {
    opacity: 1 !important;
  }
  .arrow[data-order='asc'] {
    rotate: 180deg;
  }
  .who {
    display: flex;
    align-items: center;
    min-block-size: 3rem;
    padding-inline-end: 0.875rem;
  }
  .expand {
    display: grid;
    flex: none;
    place-items: center;
    align-self: stretch;
    inline-size: 2.375rem;
    padding: 0;
    border: 0;
    background: none;
    cursor: pointer;
  }
  .expand:focus-visible {
    outline-offset: -3px;
  }
  .visitor {
    display: grid;
    min-inline-size: 0;
  }
  .name {
    border-radius: 2px;
    color: inherit;
    font-weight: 600;
    text-decoration: none;
  }
  a.name:hover {
    color: var(--_accent);
    text-decoration: underline;
  }
  .presence {
    display: flex;
    align-items: center;
    gap: 0.375rem;
    color: var(--_positive);
    font-size: 0.75rem;
  }
  .presence[data-left] {
    color: var(--_muted);
  }
  .presence .dot {
    inline-size: 0.375rem;
    block-size: 0.375rem;
  }
  .detail {
    max-inline-size: none;
    padding: 0;
    background: var(--_raised);
    white-space: normal;
  }
  @container (inline-size < 34rem) {
    .expand {
      inline-size: 1.875rem;
    }
    thead tr > th:first-child {
      padding-inline-start: 1.875rem;
    }
  }
  crm-visit-actions,
  crm-visit-chats {
    position: sticky;
    inset-inline-start: 0;
    inline-size: calc(100cqi - 2px);
    --_inset: 2.375rem;
  }
`;
