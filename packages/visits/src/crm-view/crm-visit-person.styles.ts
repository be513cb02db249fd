import { css } from 'lit';

export const styles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.75rem;
    padding: 1rem 1rem 0.5rem;
  }
  h2 {
    margin: 0;
    min-inline-size: 0;
    font-size: 1.0625rem;
    overflow-wrap: anywhere;
  }
  .presence {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    color: var(--_positive);
    font-size: 0.8125rem;
  }
  .open {
    display: inline-flex;
    align-items: center;
    min-block-size: 2rem;
    margin-inline-start: auto;
    color: var(--_accent);
    font-weight: 500;
    text-decoration: none;
  }
  .open:hover {
    text-decoration: underline;
  }
  .facts {
    padding-block-start: 1rem;
  }
`;
