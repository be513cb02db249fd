import { css } from 'lit';

export const styles = css`
  .all,
  section {
    display: grid;
    gap: 0.75rem;
    min-inline-size: 0;
  }
  .all {
    gap: 1.75rem;
  }
  .all > .hint,
  section > .hint {
    max-inline-size: 44rem;
  }
  .heading {
    margin: 0;
  }
  section > .row > :first-child {
    flex: 1 1 auto;
  }
  .items {
    margin: 0;
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-small);
    list-style: none;
  }
  .item {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
    padding: 0.625rem 0.75rem;
  }
  .item + .item {
    border-block-start: 1px solid var(--_border);
  }
  .what {
    display: grid;
    flex: 1 1 14rem;
    gap: 0.125rem;
    min-inline-size: 0;
  }
  .head,
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.125rem 0.5rem;
    min-inline-size: 0;
  }
  .name {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .value {
    overflow: hidden;
    max-inline-size: 24rem;
    color: var(--_text);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .misfit {
    color: var(--_warning);
  }
  .nothing {
    display: grid;
    gap: 0.25rem;
    padding: 1rem 0.75rem;
    border: 1px dashed var(--_border);
    border-radius: var(--_radius-small);
    text-align: center;
  }
`;
