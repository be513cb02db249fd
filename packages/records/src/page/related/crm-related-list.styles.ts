import { css } from 'lit';

export const styles = css`
  th,
  td {
    min-inline-size: 6rem;
    vertical-align: middle;
  }
  tbody th {
    font-weight: 500;
  }
  /* A value begins where its line does, whichever way its own text runs. */
  .cut {
    inline-size: fit-content;
    max-inline-size: 100%;
  }
  .first {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-inline-size: 0;
  }
  td.end {
    inline-size: 3rem;
    min-inline-size: 3rem;
    padding-block: 0;
    text-align: end;
  }
  .unlinked {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem 1rem;
    margin: 0;
    padding: 0.5rem 1rem;
    border-block-start: 1px solid var(--_border);
    background: var(--_raised);
  }
  .linking {
    display: grid;
    gap: 1rem;
    justify-items: end;
  }
  .linking > crm-record-picker {
    inline-size: 100%;
  }
  dialog {
    inline-size: min(48rem, calc(100vw - 2rem));
    padding: 0.25rem;
  }
  dialog:has(.linking) {
    overflow: visible;
    padding: 1.25rem;
  }
  @container (inline-size < 30rem) {
    :is(th, td):nth-child(n + 4):not(:last-child) {
      display: none;
    }
  }
`;
