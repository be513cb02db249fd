import { css } from 'lit';

export const styles = css`
  .free {
    display: grid;
    gap: 0.75rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .free:empty {
    display: none;
  }
  .name {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .limit {
    margin: 0;
    padding: 0.5rem 0.75rem;
    border-radius: var(--_radius-small);
    background: var(--_warning-soft);
    color: var(--_warning);
  }
  @media (forced-colors: active) {
    .limit {
      border: 1px solid CanvasText;
    }
  }
`;
