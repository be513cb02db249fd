import { css } from 'lit';

export const styles = css`
  :host {
    overflow: auto;
    padding: 1rem;
    background: var(--_surface);
  }
  .heading {
    margin: 0;
    font-size: 1rem;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .email {
    margin: 0.125rem 0 0;
    overflow-wrap: anywhere;
  }
  a {
    color: var(--_accent);
    text-underline-offset: 0.2em;
  }
  .email a,
  .page {
    display: inline-block;
    min-block-size: 1.5rem;
  }
  .presence {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    margin: 0.75rem 0;
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  .presence::before {
    content: '';
    inline-size: 0.5rem;
    block-size: 0.5rem;
    border-radius: 50%;
    background: var(--_muted);
  }
  .presence[data-online]::before {
    background: var(--_positive);
  }
  dl {
    display: grid;
    gap: 0.75rem;
    margin: 0;
  }
  dt,
  h3 {
    margin: 0;
    color: var(--_muted);
    font-size: 0.75rem;
    font-weight: 500;
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  h3 {
    margin-block: 1.25rem 0.25rem;
  }
  .path {
    display: grid;
    gap: 0.25rem;
    margin: 0;
    padding: 0;
    padding-inline-start: 0.75rem;
    border-inline-start: 2px solid var(--_border);
    list-style: none;
  }
  .path li {
    display: flex;
    justify-content: space-between;
    gap: 0.75rem;
  }
  .path .page {
    overflow: hidden;
    min-inline-size: 0;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  time {
    flex: none;
    color: var(--_muted);
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
  }
`;
