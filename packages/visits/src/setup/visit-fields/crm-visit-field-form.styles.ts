import { css } from 'lit';

export const styles = css`
  .labelled {
    display: grid;
    gap: 0.5rem;
  }
  .similar:not([hidden]) {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
    padding: 0.5rem 0.75rem;
    border-radius: var(--_radius-small);
    background: var(--_warning-soft);
    color: var(--_warning);
  }
  .similar p {
    flex: 1 1 14rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .label {
    display: block;
    margin-block-end: 0.25rem;
  }
  @media (forced-colors: active) {
    .similar {
      border: 1px solid CanvasText;
    }
  }
`;
