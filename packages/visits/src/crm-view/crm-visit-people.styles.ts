import { css } from 'lit';

export const styles = css`
  .groups {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    padding-block: 0.5rem;
  }
  .groups button {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 2rem;
    padding: 0.125rem 0.75rem;
    border: 1px solid transparent;
    border-radius: 99px;
    background: none;
    color: var(--_muted);
    font-weight: 500;
    cursor: pointer;
  }
  .groups button:hover {
    background: var(--_hover);
  }
  .groups button[aria-pressed='true'] {
    background: var(--_accent-soft);
    color: var(--_accent);
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(15rem, 21rem) minmax(0, 1fr);
    border-block-start: 1px solid var(--_border);
  }
  .list {
    max-block-size: var(--crm-visit-people-height, 70vh);
    overflow: auto;
    border-inline-end: 1px solid var(--_border);
  }
  .list:focus-visible {
    outline-offset: -2px;
  }
  .hint {
    margin: 0;
    padding: 0.625rem 1rem;
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .person {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.125rem 0.75rem;
    inline-size: 100%;
    padding: 0.625rem 1rem;
    border: 0;
    border-block-start: 1px solid var(--_border);
    background: none;
    text-align: start;
    cursor: pointer;
  }
  .person:hover {
    background: var(--_hover);
  }
  .person:focus-visible {
    outline-offset: -2px;
  }
  .person[aria-current='true'] {
    background: var(--_accent-soft);
  }
  .name {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-inline-size: 0;
    font-weight: 600;
  }
  .small {
    color: var(--_muted);
    font-size: 0.8125rem;
    white-space: nowrap;
  }
  .person > :nth-child(even) {
    text-align: end;
  }
  .panel {
    max-block-size: var(--crm-visit-people-height, 70vh);
    overflow: auto;
  }
  .back {
    display: none;
    margin: 0.75rem 1rem 0;
  }
  @container (inline-size < 44rem) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    .list {
      max-block-size: none;
      border: 0;
    }
    .panel {
      max-block-size: none;
    }
    .columns[data-open] .list,
    .columns:not([data-open]) .panel {
      display: none;
    }
    .back {
      display: inline-block;
    }
  }
  @media (forced-colors: active) {
    .groups button[aria-pressed='true'],
    .person[aria-current='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
