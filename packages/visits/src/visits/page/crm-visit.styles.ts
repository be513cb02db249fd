import { css } from 'lit';

export const styles = css`
  .page {
    display: grid;
    gap: 1rem;
  }
  .page > * {
    min-inline-size: 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
    padding: 1rem;
  }
  .head h2 {
    margin: 0;
    min-inline-size: 0;
    font-size: 1.25rem;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .head h2 a {
    color: inherit;
    text-decoration: none;
  }
  .head h2 a:hover {
    color: var(--_accent);
    text-decoration: underline;
  }
  .head .line {
    flex-basis: 100%;
    margin: 0;
    color: var(--_muted);
  }
  .presence {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    color: var(--_positive);
    font-size: 0.8125rem;
  }
  .presence[data-left] {
    color: var(--_muted);
  }
  .heading {
    margin: 0;
    padding: 0.875rem 1rem 0.625rem;
    font-size: 0.9375rem;
    font-weight: 600;
  }
  .nothing {
    margin: 0;
    padding: 0 1rem 1rem;
    color: var(--_muted);
  }
  .events {
    display: grid;
    gap: 0;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .events li {
    display: grid;
    grid-template-columns: minmax(8rem, 12rem) minmax(0, 1fr) auto;
    gap: 0.125rem 1rem;
    align-items: baseline;
    padding: 0.5rem 1rem;
    border-block-start: 1px solid var(--_border);
  }
  .events time {
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  @container (inline-size < 34rem) {
    .events li {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
