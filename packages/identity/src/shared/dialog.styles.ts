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
  .choice {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 2rem;
    color: var(--_text);
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
  [aria-busy='true'] {
    opacity: 0.7;
  }
  @media (forced-colors: active) {
    .button.destructive,
    .complaint,
    .leaving {
      border: 1px solid CanvasText;
    }
  }
`;
