import { css } from 'lit';

export const styles = css`
  .bar {
    border-block-end: 1px solid var(--_border);
  }
  .filter {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem;
    margin-inline-start: -0.5rem;
  }
  .filter .button {
    padding-inline: 0.625rem;
  }
  .filter [aria-pressed='true'] {
    background: var(--_accent-soft);
    color: var(--_accent);
  }
  ul,
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .run {
    display: grid;
    gap: 0.125rem;
    padding: 0.75rem 1rem;
    overflow-wrap: anywhere;
  }
  .run + .run {
    border-block-start: 1px solid var(--_border);
  }
  .head,
  .action {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.5rem;
    align-items: center;
  }
  .rule {
    font-weight: 600;
  }
  .when {
    margin-inline-start: auto;
    font-size: 0.8125rem;
  }
  .link {
    min-block-size: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  .link:hover {
    text-decoration: underline;
  }
  details {
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  summary {
    padding-block: 0.1875rem;
    cursor: pointer;
  }
  summary:hover {
    color: var(--_text);
  }
  ol {
    display: grid;
    gap: 0.5rem;
    margin-block: 0.375rem 0.625rem;
    padding-inline-start: 0.875rem;
    border-inline-start: 2px solid var(--_border);
  }
  .action > span:first-child {
    color: var(--_text);
  }
  .why {
    margin: 0.125rem 0 0;
    color: var(--_danger);
  }
  code {
    color: var(--_muted);
  }
  .state .icon {
    inline-size: 2rem;
    block-size: 2rem;
  }
`;
