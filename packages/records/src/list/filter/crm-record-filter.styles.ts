import { css } from 'lit';

export const styles = css`
  :host {
    container-type: normal;
  }
  dialog {
    inline-size: min(44rem, calc(100vw - 2rem));
  }
  form {
    display: grid;
    gap: 1rem;
  }
  h2 {
    margin: 0;
    font-size: 1.0625rem;
    font-weight: 600;
  }
  .actions {
    justify-content: end;
  }
  .clear {
    margin-inline-end: auto;
  }
`;
