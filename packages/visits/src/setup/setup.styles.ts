import { css } from 'lit';

/** What the parts of the set-up share: forms, choices, chosen people, questions. */
export const setupStyles = css`
  .form,
  .question {
    display: grid;
    gap: 1.25rem;
  }
  .form > * {
    max-inline-size: 40rem;
  }
  :is(.form, .part) p {
    margin: 0;
  }
  .heading:not(dialog *) {
    font-size: 0.875rem;
  }
  .text {
    color: var(--_muted);
  }
  .text :is(p, ul) {
    margin-block: 0 0.5rem;
  }
  .text ul {
    padding-inline-start: 1.25rem;
    color: var(--_text);
  }
  .actions.end {
    justify-content: flex-end;
  }
  fieldset {
    display: grid;
    gap: 0.375rem;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    margin-block-end: 0.25rem;
    padding: 0;
    color: var(--_muted);
    font-size: 0.8125rem;
    font-weight: 500;
  }
  .options {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.5rem;
  }
  .option {
    display: flex;
    gap: 0.5rem;
    align-items: start;
    min-block-size: 2rem;
    padding-block: 0.25rem;
    color: var(--_text);
    font-size: inherit;
    font-weight: 400;
    cursor: pointer;
  }
  .option input {
    flex: none;
  }
  .option .hint {
    display: block;
    font-weight: 400;
  }
  .picker {
    max-inline-size: 24rem;
  }
  .people,
  .codes {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .codes {
    display: grid;
    gap: 1rem;
  }
  .person {
    display: flex;
    align-items: center;
    padding-inline-start: 0.75rem;
    border: 1px solid var(--_border);
    border-radius: 99px;
    background: var(--_raised);
  }
  .icon-button.small {
    inline-size: 1.75rem;
    block-size: 1.75rem;
    border-radius: 50%;
  }
  .button:has(svg) {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
  }
  .complaint {
    margin: 0;
    padding: 0.5rem 0.75rem;
    border-radius: var(--_radius-small);
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  .part {
    display: grid;
    gap: 0.75rem;
    padding-block-start: 1.25rem;
    border-block-start: 1px solid var(--_border);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
  }
  .row > :first-child {
    flex: 1 1 16rem;
    min-inline-size: 0;
  }
  fieldset > .row {
    flex-wrap: nowrap;
  }
  /* What a form does not ask for cannot be required. */
  fieldset > .row:not(:has(> :first-child :checked)) > :last-child {
    visibility: hidden;
  }
  .done {
    color: var(--_positive);
  }
  .code {
    margin: 0;
    padding: 0.75rem;
    overflow-x: auto;
    border-radius: var(--_radius-small);
    background: var(--_raised);
    font:
      0.8125rem/1.5 ui-monospace,
      SFMono-Regular,
      Menlo,
      Consolas,
      monospace;
    text-align: left;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  [aria-busy='true'] {
    opacity: 0.7;
  }
  @media (forced-colors: active) {
    .complaint,
    .code {
      border: 1px solid CanvasText;
    }
  }
`;
