import { css } from 'lit';

/** The button that reads the next page. */
export const more = css`
  .more {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0.5rem 1rem;
    padding: 0.625rem 1rem;
  }
  .more p {
    margin: 0;
    color: var(--_danger);
  }
  .more .button {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
  }
  .spinner {
    inline-size: 0.875rem;
    block-size: 0.875rem;
    border: 2px solid var(--_border);
    border-block-start-color: var(--_accent);
    border-radius: 50%;
    animation: crm-turn 0.8s linear infinite;
  }
  @keyframes crm-turn {
    to {
      rotate: 1turn;
    }
  }
`;
