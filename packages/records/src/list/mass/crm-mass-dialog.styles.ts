import { css } from 'lit';

export const styles = css`
  :host {
    container-type: normal;
  }
  dialog {
    inline-size: min(28rem, calc(100vw - 2rem));
    overflow: visible;
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
  form > .hint {
    margin-block-start: -0.75rem;
  }
  .actions {
    justify-content: end;
  }
`;
