import { css } from 'lit';

/** The stack in the corner of the window; it takes no room from the page and no press beside its pop-ups. */
export const popUpStyles = css`
  #pop-ups {
    inset: auto;
    inset-block-end: 1rem;
    inset-inline-end: 1rem;
    inline-size: min(22rem, calc(100vw - 2rem));
    max-block-size: calc(100dvh - 2rem);
    margin: 0;
    padding: 0;
    overflow: visible;
    border: 0;
    background: none;
    color: var(--_text);
  }
  .pop-ups {
    display: grid;
    gap: 0.5rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .pop-up {
    --_tone: var(--_muted);
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0.75rem;
    padding: 0.75rem 0.5rem 0.75rem 0.875rem;
    border: 1px solid var(--_border);
    border-inline-start: 3px solid var(--_tone);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 8px 24px light-dark(rgb(20 25 40 / 14%), rgb(0 0 0 / 55%));
    transition:
      opacity 0.5s,
      translate 0.2s;
  }
  .pop-up:dir(rtl) {
    padding-inline: 0.875rem 0.5rem;
  }
  @starting-style {
    .pop-up {
      opacity: 0;
      translate: 0 0.5rem;
    }
  }
  .pop-up[data-fading] {
    opacity: 0;
  }
  .pop-up:is([data-type='Lead'], [data-type='Contact']) {
    --_tone: var(--_accent);
  }
  .pop-up[data-type='Customer'] {
    --_tone: var(--_positive);
  }
  .pop-up[data-type='Potential'] {
    --_tone: var(--_warning);
  }
  .pop-up .type {
    color: var(--_tone);
    font-size: 0.75rem;
    font-weight: 600;
  }
  .pop-up .dismiss {
    margin-block-start: -0.25rem;
  }
  /* On a small screen the newest has room, the others a line or two. */
  @media (max-width: 30rem) {
    .pop-up:not(:first-child) :is(.muted, .actions) {
      display: none;
    }
  }
  .foot {
    display: flex;
    justify-content: flex-end;
    gap: 0.5rem;
    margin-block-start: 0.5rem;
  }
  .foot .button {
    font-size: 0.8125rem;
    box-shadow: 0 4px 12px light-dark(rgb(20 25 40 / 12%), rgb(0 0 0 / 45%));
  }
  .said {
    margin: 0 0 0.5rem;
    padding: 0.5rem 0.875rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-size: 0.8125rem;
  }
`;
