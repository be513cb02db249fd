import { css } from 'lit';

export const styles = css`
  dialog {
    inline-size: min(28rem, calc(100vw - 2rem));
    overflow: visible;
  }
`;
