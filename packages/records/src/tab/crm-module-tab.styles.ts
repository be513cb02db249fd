import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
    /* What stands inside is the host's own. */
    color: inherit;
    font: inherit;
  }
`;
