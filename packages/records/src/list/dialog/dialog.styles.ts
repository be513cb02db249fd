import { css } from 'lit';

/** Goes with `renderDialog`. */
export const dialogStyles = css`
  :host {
    container-type: normal;
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
  h2 + .hint {
    margin-block-start: -0.75rem;
  }
  .actions {
    justify-content: end;
  }
`;
