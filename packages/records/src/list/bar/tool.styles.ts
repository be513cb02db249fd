import { css } from 'lit';

/** Buttons of the bar that are an icon with a word, and where there is little room an icon alone. */
export const toolStyles = css`
  .tool {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
  }
  .tool svg {
    color: var(--_muted);
  }
  .tool .label {
    color: inherit;
    font: inherit;
  }
  @container (inline-size < 40rem) {
    .tool {
      min-inline-size: 2.125rem;
      justify-content: center;
      padding-inline: 0.5rem;
    }
    /* Still there for who hears it. */
    .tool .label {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }
  @media (forced-colors: active) {
    .tool svg {
      color: inherit;
    }
  }
`;
