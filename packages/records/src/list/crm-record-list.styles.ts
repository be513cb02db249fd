import { css } from 'lit';

export const styles = css`
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
    .bar input.search {
      flex: 1 1 8rem;
      inline-size: auto;
      min-inline-size: 0;
    }
  }
`;
