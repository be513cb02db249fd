import { css } from 'lit';

export const styles = css`
  .frame {
    overflow: visible;
  }
  .filter {
    inline-size: auto;
    max-inline-size: 14rem;
  }
  .banner {
    padding: 0.5rem 1rem;
    background: var(--_danger-soft);
  }
  .limit {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    align-items: center;
    padding: 0.375rem 1rem;
    background: var(--_accent-soft);
    overflow-wrap: anywhere;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .rule {
    display: flex;
    gap: 0.75rem;
    align-items: start;
    padding: 0.875rem 1rem;
    border-block-start: 1px solid var(--_border);
  }
  .about {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .name {
    min-block-size: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }
  .name:hover {
    color: var(--_accent);
  }
  .about p {
    margin: 0.125rem 0 0.375rem;
    color: var(--_muted);
  }
  .rule[data-off] .name {
    color: var(--_muted);
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.5rem;
    align-items: center;
    font-size: 0.8125rem;
  }
  .buttons {
    display: flex;
    margin-block-start: -0.25rem;
    margin-inline-end: -0.375rem;
  }
  .switch {
    display: grid;
    place-items: center;
    min-inline-size: 2.25rem;
    min-block-size: 1.5rem;
    cursor: pointer;
  }
  .switch input {
    position: relative;
    inline-size: 2.125rem;
    block-size: 1.25rem;
    margin: 0;
    border: 1px solid transparent;
    border-radius: 99px;
    background: color-mix(in srgb, var(--_muted) 60%, var(--_surface));
    appearance: none;
    cursor: pointer;
    transition: background 120ms;
  }
  .switch input::before {
    position: absolute;
    inset-block-start: 1px;
    inset-inline-start: 1px;
    inline-size: 1rem;
    block-size: 1rem;
    border-radius: 50%;
    background: var(--_surface);
    content: '';
    transition: inset-inline-start 120ms;
  }
  .switch input:checked {
    background: var(--_accent);
  }
  .switch input:checked::before {
    inset-inline-start: calc(100% - 1rem - 1px);
  }
  .state .icon {
    inline-size: 2rem;
    block-size: 2rem;
  }
  dialog .actions {
    justify-content: end;
  }
  @container (inline-size < 24rem) {
    .rule {
      flex-wrap: wrap;
      row-gap: 0;
    }
    .buttons {
      margin-block-start: -2rem;
      margin-inline-start: auto;
    }
    .meta {
      min-block-size: 2rem;
      padding-inline-end: 4rem;
    }
    .about {
      flex-basis: calc(100% - 3rem);
    }
  }
  @media (forced-colors: active) {
    .switch input {
      border-color: CanvasText;
    }
    .switch input::before {
      background: CanvasText;
      forced-color-adjust: none;
    }
    .switch input:checked {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
