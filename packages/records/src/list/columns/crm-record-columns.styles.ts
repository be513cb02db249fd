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
    padding: 0;
  }
  .menu:popover-open {
    display: grid;
    grid-template-rows: auto 1fr auto;
    overflow: hidden;
  }
  .find {
    padding: 0.5rem;
    border-block-end: 1px solid var(--_border);
  }
  .foot {
    padding: 0.25rem 0.5rem;
    border-block-start: 1px solid var(--_border);
  }
  ul {
    min-block-size: 0;
    margin: 0;
    padding: 0.25rem 0.5rem;
    overflow: auto;
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
  .icon-button[aria-disabled='true'] {
    opacity: 0.35;
    cursor: default;
  }
`;
