import { css } from 'lit';

export const styles = css`
  :host {
    container-type: normal;
  }
  [role='group'] {
    min-inline-size: 0;
  }
  .chosen li {
    display: inline-flex;
    align-items: center;
    max-inline-size: 100%;
  }
  .chip {
    padding-block: 0.1875rem;
  }
  .take-out {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    color: var(--_muted);
    cursor: pointer;
  }
  .take-out:hover {
    background: var(--_hover);
    color: var(--_text);
  }
  .hint,
  .fault {
    margin-block: 0.25rem 0.5rem;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .tools input {
    flex: 1;
    min-inline-size: 8rem;
  }
  .options {
    block-size: 12rem;
    margin-block-start: 0.5rem;
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-small);
  }
  .none {
    min-block-size: 12rem;
    margin-block-start: 0.5rem;
    padding: 0.5rem;
  }
  .option {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    padding-inline: 0.5rem;
  }
  .option:hover {
    background: var(--_hover);
  }
  .option .below {
    color: var(--_muted);
  }
  .skeleton {
    padding: 0.5rem 0 0;
  }
`;
