import { css } from 'lit';

export const styles = css`
  :host {
    display: inline;
    container-type: normal;
  }
  /* Beside a link that has a card it takes no room. */
  :host(:empty) {
    position: absolute;
  }
  .peek {
    display: none;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    vertical-align: middle;
  }
  @media (hover: none) {
    /* Beside a link that has a card it takes no room. */
    :host(:empty) {
      position: absolute;
    }
    .peek {
      display: inline-grid;
    }
  }
  .menu {
    position: fixed;
    inset: auto;
    inline-size: min(21rem, calc(100vw - 1rem));
    max-inline-size: none;
    max-block-size: min(26rem, calc(100dvh - 1rem));
    margin: 0;
    padding: 1rem;
    text-align: start;
    white-space: normal;
    font: 400 var(--_size) / 1.45 var(--_font);
  }
  .who {
    display: flex;
    align-items: center;
    gap: 0.75rem;
  }
  crm-record-photo {
    inline-size: 2.5rem;
    block-size: 2.5rem;
  }
  .names {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  dl {
    display: grid;
    grid-template-columns: minmax(5rem, max-content) minmax(0, 1fr);
    gap: 0.25rem 0.875rem;
    margin: 0.875rem 0;
  }
  dt {
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  dd {
    margin: 0;
    min-inline-size: 0;
  }
  /* A value begins where its line does, whichever way its own text runs. */
  .cut {
    inline-size: fit-content;
    max-inline-size: 100%;
  }
  .actions {
    gap: 0.25rem 1rem;
    padding-block-start: 0.625rem;
    border-block-start: 1px solid var(--_border);
  }
  .actions :is(.action, .record) {
    min-block-size: 1.75rem;
    color: var(--_accent);
    font-weight: 500;
    line-height: 1.75rem;
    text-decoration: none;
  }
  .actions .action:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .menu .state {
    padding: 1rem;
  }
`;
