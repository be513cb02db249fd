import { css } from 'lit';

export const styles = css`
  .count {
    margin: 0 0 0.5rem;
    color: var(--_muted);
    font-size: 0.75rem;
    font-weight: 500;
  }
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr));
    gap: 0.5rem 1rem;
  }
  li {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    min-inline-size: 0;
  }
  .lines {
    display: grid;
    min-inline-size: 0;
    overflow-wrap: anywhere;
    line-height: 1.3;
  }
  bdi {
    justify-self: start;
  }
  .state {
    padding: 1rem;
  }
`;
