import { css } from 'lit';

/** Editors of fields; goes with `controls` of ui. */
export const editorStyles = css`
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(11rem, 100%), 1fr));
    gap: 0.125rem 0.75rem;
    max-block-size: 13rem;
    overflow: auto;
    padding: 0.25rem 0.375rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-small);
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 0.375rem;
    min-block-size: 1.75rem;
    color: var(--_text);
    font-weight: 400;
  }
`;
