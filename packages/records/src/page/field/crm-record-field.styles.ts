import { css } from 'lit';

export const styles = css`
  .row {
    display: grid;
    grid-template-columns: 11rem minmax(0, 1fr);
    gap: 0.125rem 0.75rem;
    align-items: start;
    padding-block: 0.125rem;
  }
  .name {
    padding-block: 0.375rem;
    overflow-wrap: anywhere;
  }
  .value {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-inline-size: 0;
    min-block-size: 2rem;
    padding-inline-start: 0.375rem;
    border-radius: var(--_radius-small);
  }
  .value:hover {
    background: var(--_hover);
  }
  .shown {
    flex: 1;
    min-inline-size: 0;
    padding-block: 0.25rem;
    overflow-wrap: anywhere;
  }
  /* A value begins where its line does, whichever way its own text runs. */
  .cut {
    inline-size: fit-content;
    max-inline-size: 100%;
  }
  .shown .cut {
    white-space: normal;
  }
  .pencil {
    flex: none;
    opacity: 0;
  }
  .value:hover .pencil,
  .pencil:focus-visible {
    opacity: 1;
  }
  @media (hover: none) {
    .pencil {
      opacity: 1;
    }
  }
  .editor {
    display: grid;
    gap: 0.375rem;
    min-inline-size: 0;
  }
  .editor > input[type='checkbox'] {
    justify-self: start;
  }
  .editor .actions .button {
    min-block-size: 1.875rem;
    font-size: 0.8125rem;
  }
  @container (inline-size < 22rem) {
    .row {
      grid-template-columns: minmax(0, 1fr);
    }
    .name {
      padding-block: 0.25rem 0;
    }
  }
`;
