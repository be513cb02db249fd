import { css } from 'lit';

/** How `renderTabs` looks; what does not fit beside each other is scrolled to. */
export const tabs = css`
  .tabs {
    display: flex;
    gap: 0.25rem;
    overflow-x: auto;
    padding-inline: 0.5rem;
    border-block-end: 1px solid var(--_border);
    scrollbar-width: thin;
    /* A shade at an edge tells of more; what moves along with the tabs covers it at their ends. */
    --_shade: color-mix(in srgb, var(--_text) 22%, transparent);
    background:
      linear-gradient(90deg, var(--_surface) 40%, transparent) local 0 0 / 2.5rem 100%,
      linear-gradient(-90deg, var(--_surface) 40%, transparent) local 100% 0 / 2.5rem 100%,
      linear-gradient(90deg, var(--_shade), transparent) 0 0 / 0.625rem 100%,
      linear-gradient(-90deg, var(--_shade), transparent) 100% 0 / 0.625rem 100%;
    background-repeat: no-repeat;
  }
  [role='tab'] {
    flex: none;
    min-block-size: 2.75rem;
    padding: 0 0.5rem;
    border: 0;
    border-block: 2px solid transparent;
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
    border-block-end-color: var(--_accent);
    color: var(--_text);
  }
  [role='tab']:focus-visible,
  [role='tabpanel']:focus-visible {
    outline-offset: -4px;
  }
  @media (forced-colors: active) {
    [role='tab'] {
      border-color: Canvas;
    }
    [role='tab'][aria-selected='true'] {
      border-block-end-color: Highlight;
    }
  }
`;
