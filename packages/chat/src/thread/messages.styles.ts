import { css } from 'lit';

/** Messages: one's own at the end, filled; the other side's at the start, outlined and under a name. */
export const messages = css`
  .day {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    margin-block: 0.75rem 0.25rem;
    color: var(--_muted);
    font-size: 0.75rem;
    font-weight: 500;
  }
  .day::before,
  .day::after {
    content: '';
    flex: 1;
    border-block-start: 1px solid var(--_border);
  }
  .system {
    margin-block: 0.5rem;
    color: var(--_muted);
    font-size: 0.8125rem;
    text-align: center;
  }
  .group {
    display: grid;
    justify-items: start;
    gap: 0.25rem;
    margin-block: 0.5rem;
  }
  .group[data-own] {
    justify-items: end;
  }
  .who {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    color: var(--_muted);
    font-size: 0.75rem;
    font-weight: 500;
  }
  .avatar {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    border-radius: 50%;
    background: var(--_accent-soft);
    color: var(--_accent);
    font-size: 0.6875rem;
    font-weight: 600;
  }
  .message {
    display: grid;
    justify-items: inherit;
    gap: 0.1875rem;
    max-inline-size: 85%;
  }
  .bubble {
    display: block;
    max-inline-size: 100%;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_border);
    border-radius: 14px;
    border-start-start-radius: 4px;
    background: var(--_raised);
    font-size: 0.9375rem;
    overflow-wrap: anywhere;
    text-align: start;
    white-space: pre-wrap;
  }
  [data-own] .bubble {
    border-color: transparent;
    border-start-start-radius: 14px;
    border-end-end-radius: 4px;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  [data-own] [data-status='sending'] .bubble {
    border: 1px dashed var(--_accent);
    background: var(--_surface);
    color: var(--_text);
  }
  [data-own] [data-status='failed'] .bubble {
    border: 1px solid var(--_danger);
    background: var(--_danger-soft);
    color: var(--_text);
  }
  .bubble a {
    color: inherit;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .meta {
    color: var(--_muted);
    font-size: 0.75rem;
  }
  .status::before {
    content: '· ';
  }
  [data-status='failed'] .status {
    color: var(--_danger);
    font-weight: 500;
  }
  .actions {
    display: flex;
    gap: 0.25rem;
  }
  .link {
    min-block-size: 1.5rem;
    padding: 0 0.375rem;
    border: 0;
    border-radius: 4px;
    background: none;
    color: var(--_accent);
    font-size: 0.8125rem;
    font-weight: 500;
    cursor: pointer;
  }
  .link:hover {
    text-decoration: underline;
  }
  @media (forced-colors: active) {
    .bubble {
      border: 1px solid CanvasText;
    }
    [data-own] .bubble {
      border-inline-end-width: 4px;
    }
  }
`;
