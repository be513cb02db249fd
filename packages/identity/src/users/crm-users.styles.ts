import { css } from 'lit';

export const styles = css`
  .who {
    display: flex;
    align-items: center;
    gap: 0.75rem;
  }
  .lines {
    display: grid;
    min-inline-size: 0;
  }
  .first {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.5rem;
  }
`;
