import { css } from 'lit';

export const styles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.75rem;
    padding: 1rem 1rem 0.5rem;
  }
  h2 {
    margin: 0;
    min-inline-size: 0;
    font-size: 1.0625rem;
    overflow-wrap: anywhere;
  }
  .presence {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    color: var(--_positive);
    font-size: 0.8125rem;
  }
  .open {
    display: inline-flex;
    align-items: center;
    min-block-size: 2rem;
    margin-inline-start: auto;
    color: var(--_accent);
    font-weight: 500;
    text-decoration: none;
  }
  .open:hover {
    text-decoration: underline;
  }
  .tabs {
    display: flex;
    overflow-x: auto;
    gap: 0.25rem;
    padding-inline: 0.5rem;
    border-block-end: 1px solid var(--_border);
    scrollbar-width: thin;
  }
  [role='tab'] {
    flex: none;
    min-block-size: 2.5rem;
    padding: 0 0.5rem;
    border: 0;
    border-block-end: 2px solid transparent;
    background: none;
    color: var(--_muted);
    font-weight: 500;
    white-space: nowrap;
    cursor: pointer;
  }
  [role='tab']:hover {
    color: var(--_text);
  }
  [role='tab'][aria-selected='true'] {
    border-color: var(--_accent);
    color: var(--_text);
  }
  [role='tab']:focus-visible,
  [role='tabpanel']:focus-visible {
    outline-offset: -2px;
  }
  .facts {
    padding-block-start: 1rem;
  }
  @media (forced-colors: active) {
    [role='tab'][aria-selected='true'] {
      border-color: Highlight;
    }
  }
`;
