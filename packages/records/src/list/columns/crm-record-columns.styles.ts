import { css } from 'lit';

export const styles = css`
  :host {
    container-type: normal;
  }
  .menu {
    position: fixed;
    inset: auto;
    inline-size: 19rem;
    max-inline-size: calc(100vw - 1rem);
    max-block-size: min(26rem, 80vh);
    margin: 0;
    padding: 0.5rem;
  }
  ul {
    margin: 0.5rem 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    align-items: center;
    min-block-size: 2rem;
    border-radius: var(--_radius-small);
  }
  li:hover {
    background: var(--_hover);
  }
  label {
    display: flex;
    flex: 1;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 2rem;
    min-inline-size: 0;
    padding-inline: 0.25rem;
    color: var(--_text);
    font-size: 0.875rem;
    font-weight: 400;
    cursor: pointer;
  }
  .hint {
    padding-inline: 0.5rem;
  }
  .icon-button:disabled {
    opacity: 0.35;
    cursor: default;
  }
`;
