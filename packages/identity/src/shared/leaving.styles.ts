import { css } from 'lit';

/** Words about the whole that stand out: a refusal, and the question before changes are left unsaved. */
export const leavingStyles = css`
  .complaint,
  .leaving {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    margin: 0;
    padding: 0.5rem 0.75rem;
    border-radius: var(--_radius-small);
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  .leaving {
    background: var(--_warning-soft);
    color: var(--_warning);
  }
  .leaving p {
    margin: 0;
  }
  @media (forced-colors: active) {
    .complaint,
    .leaving {
      border: 1px solid CanvasText;
    }
  }
`;
