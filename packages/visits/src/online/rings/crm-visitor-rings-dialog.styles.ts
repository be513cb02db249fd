import { css } from 'lit';

export const styles = css`
  dialog {
    inline-size: min(44rem, calc(100vw - 2rem));
  }
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }
  .heading + .hint {
    margin-block-start: -0.75rem;
  }
  .ring {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.25rem;
    padding-block-start: 1rem;
    border-block-start: 1px solid var(--_border);
  }
  .buttons {
    position: sticky;
    inset-block-end: -1.25rem;
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 0.5rem;
    margin: 0 -1.25rem -1.25rem;
    padding: 0.75rem 1.25rem;
    border-block-start: 1px solid var(--_border);
    background: var(--_surface);
  }
  .defaults {
    margin-inline-end: auto;
  }
`;
