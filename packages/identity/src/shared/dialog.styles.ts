import { css } from 'lit';

/** A form in a dialog. */
export const dialogStyles = css`
  :host {
    display: contents;
  }
  form {
    display: grid;
    gap: 1rem;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr));
    gap: 1rem;
  }
  .text {
    margin: 0;
  }
  .actions.end {
    justify-content: flex-end;
    margin-block-start: 0.25rem;
  }
  .button.destructive {
    border-color: transparent;
    background: var(--_danger);
    color: var(--_surface);
  }
  [aria-busy='true'] {
    opacity: 0.7;
  }
  @media (forced-colors: active) {
    .button.destructive {
      border: 1px solid CanvasText;
    }
  }
`;
