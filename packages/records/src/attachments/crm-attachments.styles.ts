import { css } from 'lit';

export const styles = css`
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.625rem;
    padding: 0.4375rem 1rem;
    border-block-start: 1px solid var(--_border);
  }
  .row:hover {
    background: var(--_hover);
  }
  .icon {
    display: grid;
    flex: none;
    color: var(--_muted);
  }
  .about {
    display: grid;
    flex: 1;
    gap: 0.0625rem;
    justify-items: start;
    min-inline-size: 0;
  }
  .name {
    max-inline-size: 100%;
    overflow: hidden;
    font: inherit;
    font-weight: 500;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  button.name {
    min-block-size: 1.5rem;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-small);
    background: none;
    color: var(--_accent);
    cursor: pointer;
  }
  button.name:hover {
    text-decoration: underline;
  }
  .facts {
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  progress {
    inline-size: 100%;
    block-size: 0.375rem;
    margin-block: 0.125rem;
    accent-color: var(--_accent);
  }
  .nothing {
    margin: 0;
    padding: 0.25rem 1rem 1rem;
  }
  .add {
    padding: 0.25rem 1rem 1rem;
  }
  .danger:hover {
    color: var(--_danger);
  }
  dialog .end {
    justify-content: end;
    margin-block-start: 1rem;
  }
`;
