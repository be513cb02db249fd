import { css } from 'lit';

export const styles = css`
  #control {
    min-inline-size: 0;
  }
  .none {
    margin: 0.25rem 0;
  }
  .rows {
    display: grid;
    gap: 0.5rem;
  }
  .part {
    display: grid;
    grid-template-columns: 4.25rem minmax(0, 1fr);
    gap: 0.5rem;
  }
  .join {
    padding-block-start: 0.375rem;
    font-size: 0.8125rem;
    text-align: end;
  }
  .join select {
    margin-block-start: -0.375rem;
    padding-inline: 0.375rem 0.125rem;
  }
  .row {
    display: grid;
    grid-template-columns: 1.25rem minmax(7rem, 1fr) minmax(6rem, 0.8fr) minmax(8rem, 1.4fr) 2rem;
    gap: 0.375rem 0.5rem;
    align-items: start;
  }
  .number {
    padding-block-start: 0.4375rem;
    color: var(--_muted);
    font-size: 0.75rem;
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
  .remove {
    grid-column: -2;
    grid-row: 1;
    margin-block-start: 0.0625rem;
  }
  .row .fault {
    grid-column: 2 / -1;
  }
  .section {
    display: grid;
    gap: 0.5rem;
    min-inline-size: 0;
    padding: 0.5rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .section .part {
    grid-template-columns: 3.75rem minmax(0, 1fr);
  }
  .adders,
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.5rem;
  }
  .adders {
    padding-inline-start: 4.25rem;
  }
  .adders:first-child {
    padding-inline-start: 0;
  }
  .section .adders {
    padding-inline-start: 3.75rem;
  }
  .adders .button::before {
    margin-inline-end: 0.375rem;
    content: '+';
  }
  .foot:not(:empty) {
    margin-block-start: 0.25rem;
  }
  .pattern {
    margin: 0;
    padding-inline-start: 4.75rem;
    color: var(--_muted);
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
  }
  .switch {
    margin-inline-start: auto;
    font-size: 0.8125rem;
  }
  .pair,
  .date,
  .picks {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.375rem;
  }
  .pair > *,
  .date > * {
    flex: 1 1 7rem;
    min-inline-size: 0;
  }
  .pair > .muted {
    flex: none;
    font-size: 0.8125rem;
  }
  .picks > * {
    flex: 1 1 100%;
  }
  .choices {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem;
    inline-size: 100%;
    min-block-size: 2.125rem;
    padding: 0.3125rem 0.625rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    text-align: start;
    cursor: pointer;
  }
  .choices[data-fault] {
    border-color: var(--_danger);
  }
  .cut {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .tick {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 2rem;
    padding: 0.125rem 0.5rem;
    border-radius: var(--_radius-small);
    color: var(--_text);
    font-size: inherit;
    font-weight: 400;
    cursor: pointer;
  }
  .tick:hover {
    background: var(--_hover);
  }
  .code {
    font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
    font-size: 0.8125rem;
  }
  @container (inline-size < 44rem) {
    .row {
      grid-template-columns: 1.25rem minmax(0, 1fr) minmax(0, 0.8fr) 2rem;
    }
    .value {
      grid-column: 2 / -1;
    }
  }
  @container (inline-size < 30rem) {
    .part,
    .section .part {
      grid-template-columns: minmax(0, 1fr);
      gap: 0.25rem;
    }
    .join {
      max-inline-size: 5rem;
      padding-block-start: 0;
      padding-inline-start: 1.75rem;
      text-align: start;
    }
    .join:empty {
      display: none;
    }
    .join select {
      margin: 0;
    }
    .row {
      grid-template-columns: 1.25rem minmax(0, 1fr) 2rem;
    }
    .operator,
    .value {
      grid-column: 2 / -1;
    }
    .adders,
    .section .adders,
    .pattern {
      padding-inline-start: 1.25rem;
    }
  }
`;
