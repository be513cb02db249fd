import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    block-size: 100%;
    background: var(--_surface);
  }
  .view {
    position: relative;
    display: flex;
    flex: 1;
    min-block-size: 0;
  }
  .log {
    flex: 1;
    padding: 0.5rem 1rem;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-gutter: stable;
    scrollbar-width: thin;
  }
  .log:focus-visible {
    outline-offset: -2px;
  }
  .news {
    position: absolute;
    inset-block-end: 0.5rem;
    inset-inline: 0;
    inline-size: fit-content;
    min-block-size: 2rem;
    margin-inline: auto;
    padding-inline: 0.875rem;
    border: 1px solid var(--_border);
    border-radius: 99px;
    background: var(--_surface);
    box-shadow: 0 2px 10px rgb(0 0 0 / 15%);
    color: var(--_accent);
    font-weight: 500;
    cursor: pointer;
  }
  .typing {
    min-block-size: 1.5rem;
    margin: 0;
    padding-inline: 1rem;
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  .composer {
    display: flex;
    align-items: end;
    gap: 0.5rem;
    margin: 0 0.75rem 0.75rem;
    padding: 0.25rem;
    border: 1px solid var(--_control, light-dark(#8a91a2, #6b7386));
    border-radius: 14px;
    background: var(--_surface);
  }
  .composer:focus-within {
    border-color: var(--_accent);
    box-shadow: 0 0 0 1px var(--_accent);
  }
  textarea {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 2.25rem;
    max-block-size: 8rem;
    padding: 0.375rem 0.5rem;
    border: 0;
    background: none;
    color: inherit;
    field-sizing: content;
    /* Smaller text makes phones zoom in. */
    font: 1rem/1.45 var(--_font);
    resize: none;
  }
  /* The composer around it shows the focus. */
  textarea:focus-visible {
    outline: 0;
  }
  textarea::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .send {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 2.25rem;
    block-size: 2.25rem;
    padding: 0;
    border: 0;
    border-radius: 10px;
    background: var(--_accent);
    color: var(--_on-accent);
    cursor: pointer;
  }
  .send[data-idle] {
    background: var(--_raised);
    color: var(--_muted);
  }
  .send:dir(rtl) svg {
    scale: -1 1;
  }
  .notice {
    padding-block: 0.375rem;
    font-size: 0.8125rem;
  }
  @supports not (field-sizing: content) {
    textarea {
      block-size: 3.75rem;
    }
  }
  @media (forced-colors: active) {
    .send {
      border: 1px solid ButtonText;
    }
  }
`;
