import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }
  form {
    display: grid;
    gap: 0.875rem;
  }
`;
