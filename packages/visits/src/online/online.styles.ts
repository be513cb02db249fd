import { css } from 'lit';

/** The bar of groups and views, what can be done with a visitor, and what came of it. */
export const onlineStyles = css`
  .avatar {
    position: relative;
    inline-size: 2.25rem;
    block-size: 2.25rem;
  }
  .avatar .dot {
    position: absolute;
    inset-block-end: -1px;
    inset-inline-end: -1px;
    inline-size: 0.75rem;
    block-size: 0.75rem;
    border: 2px solid var(--_surface);
  }
  .groups,
  .views {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    margin-block: 0.375rem;
  }
  .group,
  .action {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    min-block-size: 1.75rem;
    padding: 0 0.625rem;
    border: 1px solid var(--_border);
    border-radius: 99px;
    background: none;
    color: var(--_muted);
    font-size: 0.8125rem;
    font-weight: 500;
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
  }
  .group {
    border-color: transparent;
  }
  :is(.group, .action):hover {
    background: var(--_hover);
    color: var(--_text);
  }
  .group[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    color: var(--_accent);
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    margin-block-start: 0.375rem;
  }
  .outcome {
    margin: 0;
    padding: 0.5rem 1rem;
    border-block-end: 1px solid var(--_border);
    background: var(--_raised);
    font-size: 0.8125rem;
  }
  @media (forced-colors: active) {
    .group[aria-pressed='true'] {
      border-color: Highlight;
      outline: 1px solid Highlight;
    }
  }
`;
