import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-block;
    container-type: normal;
    color: inherit;
    font: inherit;
  }
  a {
    display: inline-block;
    min-block-size: 1.5rem;
    color: inherit;
    text-decoration: inherit;
  }
`;
