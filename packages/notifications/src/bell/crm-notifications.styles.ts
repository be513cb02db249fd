import { css } from 'lit';

export const styles = css`
  .bar .button {
    padding-inline: 0.5rem;
    color: var(--_accent);
    white-space: nowrap;
  }
  .content > .fault {
    padding: 0.5rem 1rem;
    background: var(--_danger-soft);
  }
  .day {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
    margin: 0;
    padding: 0.625rem 1rem 0.25rem;
    background: var(--_surface);
    color: var(--_muted);
    font-size: 0.75rem;
    font-weight: 600;
  }
  ul {
    margin: 0;
    padding: 0 0.375rem 0.375rem;
    list-style: none;
  }
  .open {
    display: flex;
    gap: 0.75rem;
    align-items: start;
    inline-size: 100%;
    padding: 0.5rem 0.625rem;
    border: 0;
    border-radius: var(--_radius-small);
    background: none;
    color: inherit;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  .open:hover {
    background: var(--_hover);
  }
  .open:focus-visible {
    outline-offset: -2px;
  }
  .what {
    display: grid;
    flex: 1;
    gap: 0.125rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .sentence b {
    font-weight: 600;
  }
  .notification:not([data-unread]) .sentence {
    color: var(--_muted);
  }
  .notification:not([data-unread]) b {
    font-weight: 500;
    color: var(--_text);
  }
  .when {
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  .dot {
    flex: none;
    inline-size: 0.5rem;
    block-size: 0.5rem;
    margin-block-start: 0.375rem;
    border-radius: 50%;
    background: var(--_accent);
  }
  .avatar .icon {
    inline-size: 1.125rem;
  }
  .avatar[data-kind='workflow_failed'] {
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  .state .icon {
    color: var(--_muted);
  }
  @media (forced-colors: active) {
    .dot {
      background: Highlight;
    }
  }
`;
