import { css } from 'lit';

export const styles = css`
  h2 {
    margin: 0;
    padding: 0.875rem 1rem 0.25rem;
    font-size: 0.9375rem;
    font-weight: 600;
  }
  .chart {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  }
  .chart .grid {
    padding-block-start: 1rem;
  }
  @container (inline-size < 48rem) {
    .chart {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
