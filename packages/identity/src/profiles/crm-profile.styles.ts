import { css } from 'lit';

export const styles = css`
  .title {
    min-inline-size: 0;
  }
  .title p {
    margin: 0;
  }
  .scroll {
    position: relative;
    overflow-x: auto;
    overscroll-behavior-x: contain;
  }
  .scroll:focus-visible {
    outline-offset: -2px;
  }
  .grid th,
  .grid td {
    background: var(--_surface);
  }
  .grid thead th {
    background: var(--_raised);
  }
  .grid tr > :not(:first-child) {
    padding-inline: 0.375rem;
    text-align: center;
  }
  .grid td {
    padding-block: 0;
  }
  .grid tr > th:first-child {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    min-inline-size: 7.5rem;
    font-weight: 500;
  }
  .grid thead th {
    white-space: nowrap;
  }
  .cell {
    display: inline-grid;
    place-items: center;
    inline-size: 2.25rem;
    block-size: 2.25rem;
    cursor: pointer;
  }
  [data-changed] {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
    border-radius: 3px;
  }
  .sections {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr));
    gap: 1.25rem 1.5rem;
    padding: 1rem;
    border-block-start: 1px solid var(--_border);
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    margin-block-end: 0.25rem;
    padding: 0;
    font-weight: 600;
  }
  .save {
    position: sticky;
    inset-block-end: 0;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    padding: 0.625rem 1rem;
    border-block-start: 1px solid var(--_border);
    background: var(--_surface);
    box-shadow: 0 -4px 12px light-dark(rgb(20 25 40 / 6%), rgb(0 0 0 / 40%));
  }
  [aria-busy='true'] {
    opacity: 0.7;
  }
`;
