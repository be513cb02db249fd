import { css } from 'lit';

export const styles = css`
  .tree {
    padding: 0.5rem;
  }
  .tree ul ul {
    margin-inline-start: 1rem;
    padding-inline-start: min(1rem, 3cqi);
    border-inline-start: 1px solid var(--_border);
  }
  .role {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem;
    padding: 0.25rem 0.5rem;
    border-radius: var(--_radius-small);
  }
  .role:hover {
    background: var(--_hover);
  }
  .lines {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.625rem;
    min-inline-size: 0;
    min-block-size: 2rem;
  }
`;
