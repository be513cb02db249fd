import { css } from 'lit';

/** A list of rules, each with its line and its form. */
export const rulesStyles = css`
  .rules,
  .list,
  .body {
    display: grid;
    gap: 1rem;
    min-inline-size: 0;
  }
  .rules p,
  .list {
    margin: 0;
  }
  .list {
    gap: 0.5rem;
    padding: 0;
    list-style: none;
  }
  .list:empty,
  .body[hidden] {
    display: none;
  }
  .rule {
    min-inline-size: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.5rem;
    padding: 0.375rem 0.5rem;
  }
  .handle {
    display: grid;
    place-items: center;
    block-size: 2rem;
    color: var(--_muted);
    cursor: grab;
  }
  .name {
    flex: 1 1 10rem;
    min-inline-size: 0;
    min-block-size: 2.5rem;
    padding: 0.125rem 0.25rem;
    border: 0;
    border-radius: var(--_radius-small);
    background: none;
    font-weight: 600;
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .name:hover {
    background: var(--_hover);
  }
  .name .hint {
    display: block;
    font-weight: 400;
  }
  .tools {
    display: flex;
    align-items: center;
    gap: 0.125rem;
    margin-inline-start: auto;
  }
  .tools .option {
    padding-inline-end: 0.5rem;
  }
  [aria-disabled='true'] {
    opacity: 0.4;
    cursor: default;
  }
  .body {
    padding: 1rem;
    border-block-start: 1px solid var(--_border);
  }
  .body > * {
    max-inline-size: 44rem;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
    gap: 1rem;
  }
`;
