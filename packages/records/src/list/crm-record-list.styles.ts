import { css } from 'lit';
import { toolStyles } from './bar/tool.styles.js';
import { tableStyles } from './table/table.styles.js';

const list = css`
  .bar select.view {
    inline-size: auto;
    max-inline-size: 16rem;
    font-weight: 600;
  }
  .bar input.search {
    inline-size: 14rem;
  }
  .total {
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.375rem;
    padding: 0 1rem 0.5rem;
  }
  .filters .chip {
    max-inline-size: 100%;
    border: 0;
    font-size: 0.8125rem;
    white-space: normal;
  }
  .condition {
    display: inline-flex;
    align-items: center;
    padding-block: 0;
    padding-inline: 0.625rem 0.125rem;
  }
  .condition button {
    inline-size: 1.625rem;
    block-size: 1.625rem;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    cursor: pointer;
  }
  .condition button:hover {
    background: color-mix(in srgb, var(--_accent) 18%, transparent);
  }
  .more {
    border-block-start: 1px solid var(--_border);
  }
  .aside {
    flex-basis: 100%;
  }
  .notice[part='fresh'] {
    background: var(--_accent-soft);
    color: var(--_accent);
  }
  @container (inline-size < 40rem) {
    .bar {
      padding-inline: 0.75rem;
    }
    .bar .end {
      inline-size: 100%;
    }
    .bar select.view {
      flex: 1 1 8rem;
      min-inline-size: 0;
    }
    .bar input.search {
      flex: 1 1 8rem;
      inline-size: auto;
      min-inline-size: 0;
    }
  }
`;

/** The list with its table. */
export const styles = [tableStyles, toolStyles, list];
