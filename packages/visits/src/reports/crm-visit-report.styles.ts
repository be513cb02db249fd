import { css } from 'lit';

export const styles = css`
  .range {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.75rem;
    padding-block: 0.5rem;
  }
  .range label {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
    color: var(--_muted);
  }
  input {
    min-block-size: 2rem;
    padding-inline: 0.5rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: var(--_text);
  }
  [aria-invalid='true'] {
    border-color: var(--_danger);
  }
  .fault {
    flex-basis: 100%;
    margin: 0;
    padding-block-end: 0.5rem;
    color: var(--_danger);
    font-size: 0.8125rem;
  }
  .sums {
    display: flex;
    flex-wrap: wrap;
    gap: 1px;
    margin: 0;
    border-block: 1px solid var(--_border);
    overflow: clip;
  }
  .sums > div {
    flex: 1 0 8.5rem;
    padding: 0.875rem 1rem;
    box-shadow: 0 0 0 1px var(--_border);
  }
  dt {
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  dd {
    margin: 0;
    font-size: 1.5rem;
    font-weight: 600;
    line-height: 1.3;
    font-variant-numeric: tabular-nums;
  }
  h2 {
    margin: 0;
    padding: 0.875rem 1rem 0.25rem;
    font-size: 0.9375rem;
    font-weight: 600;
  }
  .grid {
    border-block-start: 1px solid var(--_border);
    padding-block-start: 1rem;
    row-gap: 1.25rem;
  }
  @container (inline-size < 26rem) {
    .range {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(8.5rem, 100%), 1fr));
      inline-size: 100%;
    }
    .range label {
      display: grid;
      gap: 0.125rem;
      font-size: 0.8125rem;
    }
    .fault {
      grid-column: 1 / -1;
    }
  }
`;
