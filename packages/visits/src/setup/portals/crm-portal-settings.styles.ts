import { css } from 'lit';

export const styles = css`
  .tabs {
    display: flex;
    gap: 0.25rem;
    overflow-x: auto;
    padding-inline: 0.75rem;
    border-block-end: 1px solid var(--_border);
  }
  [role='tab'] {
    flex: none;
    min-block-size: 2.5rem;
    padding: 0.25rem 0.5rem;
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
  [role='tab']:focus-visible {
    outline-offset: -2px;
  }
  [role='tab'][aria-selected='true'] {
    border-color: var(--_accent);
    color: var(--_text);
  }
  .panel {
    padding: 1.25rem 1rem;
  }
  .panel[hidden] {
    display: none;
  }
  @media (forced-colors: active) {
    [role='tab'][aria-selected='true'] {
      border-color: Highlight;
    }
  }
`;
