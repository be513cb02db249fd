import { css } from 'lit';

/** Lists of settings: their bar, table, marks and menus. */
export const listStyles = css`
  .bar {
    border-block-end: 1px solid var(--_border);
  }
  .bar input[type='search'] {
    inline-size: min(14rem, 100%);
  }
  .segments {
    display: inline-flex;
    padding: 0.125rem;
    border-radius: var(--_radius-small);
    background: var(--_raised);
  }
  .segments button {
    min-block-size: 1.875rem;
    padding-inline: 0.75rem;
    border: 1px solid transparent;
    border-radius: calc(var(--_radius-small) - 1px);
    background: none;
    color: var(--_muted);
    font-weight: 500;
    cursor: pointer;
  }
  .segments button[aria-pressed='true'] {
    border-color: var(--_border);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }
  table {
    inline-size: 100%;
    border-spacing: 0;
  }
  th,
  td {
    padding: 0.5rem 1rem;
    font-weight: 400;
    text-align: start;
    overflow-wrap: anywhere;
  }
  thead tr > * {
    background: var(--_raised);
    color: var(--_muted);
    font-size: 0.75rem;
    font-weight: 500;
  }
  tbody tr > * {
    border-block-start: 1px solid var(--_border);
  }
  tbody tr:first-child > * {
    border-block-start: 0;
  }
  tbody tr:hover > * {
    background: var(--_hover);
  }
  .number {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  td.end {
    inline-size: 3rem;
    padding-inline: 0 0.75rem;
    text-align: end;
  }
  .name {
    display: inline-block;
    max-inline-size: 100%;
    min-block-size: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    font-weight: 600;
    text-align: start;
    overflow-wrap: anywhere;
  }
  button.name {
    cursor: pointer;
  }
  button.name:hover {
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  bdi {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .lines > bdi {
    justify-self: start;
  }
  .small {
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  .note {
    margin: 0;
    padding: 0.625rem 1rem;
    border-block-end: 1px solid var(--_border);
    background: var(--_raised);
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  .menu {
    position: fixed;
    inset: auto;
    margin: 0;
  }
  .item {
    display: block;
    inline-size: 100%;
    min-block-size: 2rem;
    padding: 0.25rem 0.625rem;
    border: 0;
    border-radius: var(--_radius-small);
    background: none;
    text-align: start;
    cursor: pointer;
  }
  .item:hover,
  .item:focus-visible {
    background: var(--_hover);
  }
  .item[data-dangerous] {
    color: var(--_danger);
  }
  @container (inline-size < 34rem) {
    .wide {
      display: none;
    }
    .bar .end {
      inline-size: 100%;
      margin: 0;
    }
    .bar input[type='search'] {
      flex: 1 1 11rem;
    }
    th,
    td {
      padding-inline: 0.75rem;
    }
  }
  @container (inline-size >= 34rem) {
    .narrow {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .segments button[aria-pressed='true'] {
      border-color: Highlight;
    }
  }
`;
