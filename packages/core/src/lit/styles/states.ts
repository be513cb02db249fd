import { css } from 'lit';

/** The state views: skeleton, message with an action, notice above stale data. */
export const states = css`
  .state {
    display: grid;
    justify-items: center;
    gap: 0.5rem;
    padding: 2.5rem 1.25rem;
    text-align: center;
    color: var(--_muted);
  }
  .state strong {
    color: var(--_text);
    font-weight: 600;
  }
  .state p {
    margin: 0;
    max-inline-size: 28rem;
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    padding: 0.5rem 1rem;
    background: var(--_warning-soft);
    color: var(--_warning);
  }
  .skeleton {
    display: grid;
    gap: 0.75rem;
    padding: 1rem;
  }
  .skeleton span {
    block-size: 2.25rem;
    border-radius: var(--_radius-small);
    background: linear-gradient(100deg, var(--_raised) 40%, var(--_hover) 50%, var(--_raised) 60%) 100% 0 /
      250% 100%;
    animation: crm-shimmer 1.4s ease-in-out infinite;
  }
  @keyframes crm-shimmer {
    to {
      background-position: 0 0;
    }
  }
  @media (forced-colors: active) {
    .skeleton span {
      border: 1px solid GrayText;
    }
  }
`;
