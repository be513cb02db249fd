import { css } from 'lit';

export const styles = css`
  section {
    padding-block: 0.25rem 0.875rem;
    padding-inline: var(--_inset, 1rem) 1rem;
    font-size: 0.8125rem;
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 0.625rem;
    align-items: baseline;
    margin-block: 0 0.375rem;
  }
  .title strong {
    font-weight: 600;
  }
  time {
    color: var(--_muted);
    font-size: 0.75rem;
  }
  ol {
    display: grid;
    gap: 0.375rem;
    margin: 0;
    padding-block: 0.125rem;
    padding-inline: 0.75rem 0;
    border-inline-start: 2px solid var(--_border);
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: minmax(5rem, 9rem) minmax(0, 40rem);
    gap: 0.75rem;
  }
  .author {
    overflow: hidden;
    color: var(--_muted);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .operator .author {
    color: var(--_accent);
  }
  .text {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  @container (inline-size < 34rem) {
    section {
      padding-inline-start: 1rem;
    }
    li {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
  }
`;
