import { css } from 'lit';

export const styles = css`
  /* What is inside is the host's own, and looks as it does beside it. */
  :host {
    display: contents;
    color: inherit;
    font: inherit;
  }
`;
