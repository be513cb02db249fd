import { css } from 'lit';

export const styles = css`
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 0.5rem;
  }
  [part='insert'] {
    inline-size: auto;
    max-inline-size: 11rem;
    min-block-size: 1.75rem;
    padding: 0 0.25rem;
    border-color: transparent;
    background: none;
    color: var(--_accent);
    font-size: 0.8125rem;
    cursor: pointer;
  }
  [part='insert']:hover {
    background: var(--_hover);
  }
  [part='insert'] option {
    background: var(--_surface);
    color: var(--_text);
  }
`;
