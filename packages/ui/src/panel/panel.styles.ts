import { css } from 'lit';

/** A bell with a number, and the panel of the top layer that it opens. */
export const panelStyles = css`
  :host {
    display: inline-block;
    container-type: normal;
  }
  .bell {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 2.25rem;
    block-size: 2.25rem;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-small);
    background: none;
    color: var(--_muted);
    cursor: pointer;
  }
  .bell:hover,
  .bell[aria-expanded='true'] {
    background: var(--_hover);
    color: var(--_text);
  }
  .count {
    position: absolute;
    inset-block-start: -0.125rem;
    inset-inline-start: 1.125rem;
    min-inline-size: 1.125rem;
    padding-inline: 0.25rem;
    border-radius: 99px;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 0.6875rem;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    line-height: 1.125rem;
    text-align: center;
    box-shadow: 0 0 0 2px var(--_surface);
  }
  .panel {
    inline-size: min(var(--crm-notifications-width, 25rem), calc(100vw - 1rem));
    margin: 0;
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 12px 32px light-dark(rgb(20 25 40 / 16%), rgb(0 0 0 / 55%));
  }
  .panel:popover-open {
    display: flex;
    flex-direction: column;
  }
  .panel:focus-visible {
    outline: none;
  }
  .bar {
    flex: none;
    flex-wrap: nowrap;
    gap: 0.25rem;
    padding-inline: 1rem 0.5rem;
    border-block-end: 1px solid var(--_border);
  }
  .bar .end {
    flex-wrap: nowrap;
    gap: 0.125rem;
  }
  .bar .back {
    margin-inline-start: -0.5rem;
  }
  .back:dir(rtl) .icon {
    scale: -1 1;
  }
  .content {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }
  @media (forced-colors: active) {
    .count {
      border: 1px solid CanvasText;
    }
  }
`;
