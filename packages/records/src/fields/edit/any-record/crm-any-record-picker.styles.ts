import { css } from 'lit';

export const styles = css`
  .pair {
    display: grid;
    grid-template-columns: minmax(7rem, 2fr) minmax(0, 3fr);
    gap: 0.5rem;
    align-items: start;
  }
  @container (inline-size < 18rem) {
    .pair {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
