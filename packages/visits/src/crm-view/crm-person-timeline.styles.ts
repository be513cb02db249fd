import { css } from 'lit';

export const styles = css`
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: 5.5rem minmax(0, 1fr) auto;
    gap: 0.125rem 0.75rem;
    align-items: baseline;
    padding: 0.625rem 1rem;
    border-block-start: 1px solid var(--_border);
  }
  .chip {
    justify-self: start;
  }
  .what {
    display: grid;
    gap: 0.125rem;
    min-inline-size: 0;
  }
  .title {
    color: inherit;
    font-weight: 500;
    text-decoration: none;
  }
  a.title:hover {
    color: var(--_accent);
    text-decoration: underline;
  }
  .detail {
    color: var(--_muted);
    font-size: 0.8125rem;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    overflow-wrap: anywhere;
  }
  .when {
    color: var(--_muted);
    font-size: 0.8125rem;
    text-align: end;
    white-space: nowrap;
  }
  .nothing {
    margin: 0;
    padding: 1.5rem 1rem;
    color: var(--_muted);
    text-align: center;
  }
  crm-visit-chats {
    grid-column: 1 / -1;
    margin-inline: -1rem;
  }
  @container (inline-size < 30rem) {
    li {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .what {
      grid-column: 1 / -1;
      grid-row: 2;
    }
  }
`;
