import { css } from 'lit';

/** The choice by page, source and country, and the words where nobody matches. */
export const filterStyles = css`
  .filters {
    display: flex;
    flex-wrap: wrap;
    flex: 1 1 16rem;
    justify-content: flex-end;
    gap: 0.375rem;
    margin-block: 0.375rem;
  }
  .filters > * {
    flex: 1 1 8rem;
    min-inline-size: 0;
    max-inline-size: 14rem;
    min-block-size: 2rem;
    padding-inline: 0.5rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    font-size: 0.8125rem;
  }
  .page-filter::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .nobody {
    display: grid;
    justify-items: center;
    gap: 0.75rem;
    padding: 2rem 1rem;
    color: var(--_muted);
    text-align: center;
  }
  .nobody p {
    margin: 0;
  }
  @container (inline-size < 36rem) {
    .filters {
      flex-basis: 100%;
    }
    .filters > * {
      max-inline-size: none;
    }
    .page-filter {
      flex-basis: 100%;
    }
  }
`;
