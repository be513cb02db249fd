import { css } from 'lit';

export const styles = css`
  .bar {
    flex-wrap: nowrap;
    padding-inline-start: 0.5rem;
    border-block-end: 1px solid var(--_border);
  }
  .back:dir(rtl) .icon {
    scale: -1 1;
  }
  .sections {
    max-inline-size: 48rem;
    padding: 0.25rem 1rem;
  }
  section {
    display: grid;
    gap: 0.75rem;
    padding-block: 1rem;
  }
  section + section {
    border-block-start: 1px solid var(--_border);
  }
  h3,
  h4 {
    margin: 0;
    font-size: 0.875rem;
    font-weight: 600;
  }
  h2:focus-visible,
  h4:focus-visible {
    outline: none;
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr));
    gap: 0.75rem;
    align-items: start;
    min-inline-size: 0;
  }
  ol {
    display: grid;
    gap: 0.75rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .action {
    display: grid;
    gap: 0.75rem;
    min-inline-size: 0;
    padding: 0.5rem 0.875rem 0.875rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .action-head {
    display: flex;
    align-items: center;
    margin-inline-end: -0.375rem;
  }
  .action-title {
    flex: 1;
  }
  .icon-button:disabled {
    opacity: 0.35;
    cursor: default;
  }
  .pairs {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
  }
  .pairs legend {
    padding: 0 0 0.375rem;
  }
  .line {
    display: flex;
    gap: 0.25rem;
    align-items: start;
    inline-size: 100%;
  }
  .line .pair {
    flex: 1;
  }
  .line .icon-button {
    margin-block-start: 1.375rem;
  }
  .adder {
    max-inline-size: 16rem;
  }
  .choices {
    display: grid;
    gap: 0.25rem;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(11rem, 100%), 1fr));
    max-block-size: 12rem;
    overflow: auto;
  }
  .choice {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    min-block-size: 1.875rem;
    color: inherit;
    font-size: inherit;
    font-weight: 400;
    cursor: pointer;
  }
  .footer {
    position: sticky;
    inset-block-end: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: center;
    justify-content: space-between;
    padding: 0.625rem 1rem;
    border-block-start: 1px solid var(--_border);
    background: var(--_surface);
  }
  .footer .fault {
    flex: 1 0 100%;
  }
  .footer .actions {
    margin-inline-start: auto;
  }
  dialog .actions {
    justify-content: end;
  }
`;
