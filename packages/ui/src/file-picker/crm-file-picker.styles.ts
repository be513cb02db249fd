import { css } from 'lit';

export const styles = css`
  .zone {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0.375rem 0.625rem;
    padding: 0.875rem 1rem;
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
    text-align: center;
  }
  .zone[data-over] {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .zone .hint {
    flex: 1 0 100%;
  }
  :host([disabled]) .zone {
    opacity: 0.6;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
`;
