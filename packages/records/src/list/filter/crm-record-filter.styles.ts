import { css } from 'lit';

export const styles = css`
  dialog {
    inline-size: min(44rem, calc(100vw - 2rem));
  }
  .clear {
    margin-inline-end: auto;
  }
`;
