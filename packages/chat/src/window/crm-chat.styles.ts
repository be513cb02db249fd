import { css } from 'lit';

export const styles = css`
  :host {
    block-size: 100%;
    min-block-size: 20rem;
    background: var(--_surface);
    overflow: hidden;
  }
  :host([popover]) {
    --_gap: var(--crm-launcher-offset, 20px);
    position: fixed;
    inset: auto;
    inset-block-end: calc(var(--_gap) + 60px);
    inset-inline-end: var(--_gap);
    inline-size: 24rem;
    block-size: min(40rem, 100dvh - 2 * var(--_gap) - 60px);
    min-block-size: 0;
    margin: 0;
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: 16px;
    box-shadow: 0 12px 40px rgb(10 15 30 / 20%);
    color-scheme: inherit;
  }
  :host([popover]:not(:popover-open)) {
    display: none;
  }
  .window {
    display: flex;
    flex-direction: column;
    block-size: 100%;
  }
  .header {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 3.5rem;
    padding-inline: 1rem 0.625rem;
    border-block-end: 1px solid var(--_border);
  }
  .title {
    flex: 1;
    overflow: hidden;
    margin: 0;
    font-size: 1rem;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .quiet,
  .close {
    min-block-size: 2rem;
    padding: 0 0.625rem;
    border: 0;
    border-radius: var(--_radius-small);
    background: none;
    color: var(--_muted);
    font-size: 0.8125rem;
    font-weight: 500;
    white-space: nowrap;
    cursor: pointer;
  }
  .close {
    display: grid;
    place-items: center;
    inline-size: 2.25rem;
    padding: 0;
  }
  .quiet:hover,
  .close:hover {
    background: var(--_hover);
    color: var(--_text);
  }
  .body {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .queue {
    margin: 0.75rem 0 0.25rem;
    color: var(--_muted);
    font-size: 0.8125rem;
    text-align: center;
  }
  .after {
    display: grid;
    padding: 0 0.75rem 0.75rem;
  }
  .unsent {
    padding: 0.5rem 1rem;
  }
  @media (max-width: 480px) {
    :host([popover]) {
      inset-block: var(--_top, 0) auto;
      inset-inline: 0;
      inline-size: 100%;
      max-inline-size: none;
      block-size: var(--_height, 100dvh);
      max-block-size: none;
      padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom)
        env(safe-area-inset-left);
      border: 0;
      border-radius: 0;
    }
  }
`;
