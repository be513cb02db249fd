import { css } from 'lit';

/** A box to tick with its words, and lists without marks. */
export const choiceStyles = css`
  .choice {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 2rem;
    color: var(--_text);
    font-size: inherit;
    font-weight: 400;
    cursor: pointer;
  }
  .plain {
    margin: 0;
    padding: 0;
    list-style: none;
  }
`;
