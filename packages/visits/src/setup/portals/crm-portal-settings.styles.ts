import { css } from 'lit';

export const styles = css`
  .panel {
    padding: 1.25rem 1rem;
  }
  .panel[hidden] {
    display: none;
  }
`;
