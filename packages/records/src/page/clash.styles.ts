import { css } from 'lit';

/** Words about what somebody else changed meanwhile. */
export const clashStyles = css`
  .clash {
    display: grid;
    gap: 0.5rem;
    padding: 0.5rem 0.75rem;
    border-radius: var(--_radius-small);
    background: var(--_warning-soft);
    color: var(--_warning);
    font-size: 0.8125rem;
  }
  .clash .theirs {
    color: var(--_text);
    font-weight: 500;
  }
`;
