import { css } from 'lit';

/** Card, its bar, chips, avatars, menus and dialogs. */
export const surfaces = css`
  .frame {
    position: relative;
    overflow: clip;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
    min-block-size: 3rem;
    padding: 0.5rem 1rem;
  }
  .bar .end {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
    margin-inline-start: auto;
  }
  .heading {
    margin: 0;
    font-size: 0.9375rem;
    font-weight: 600;
  }
  .muted {
    color: var(--_muted);
  }
  .chip {
    display: inline-block;
    flex: none;
    padding: 0.0625rem 0.4375rem;
    border-radius: 99px;
    background: color-mix(in srgb, var(--_muted) 12%, transparent);
    color: var(--_muted);
    font-size: 0.75rem;
    font-weight: 500;
    line-height: 1.4;
    white-space: nowrap;
  }
  .chip[data-tone='accent'] {
    background: var(--_accent-soft);
    color: var(--_accent);
  }
  .chip[data-tone='positive'] {
    background: var(--_positive-soft);
    color: var(--_positive);
  }
  .chip[data-tone='warning'] {
    background: var(--_warning-soft);
    color: var(--_warning);
  }
  .chip[data-tone='danger'] {
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  .avatar {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 2rem;
    block-size: 2rem;
    border-radius: 50%;
    background: var(--_accent-soft);
    color: var(--_accent);
    font-size: 0.75rem;
    font-weight: 600;
  }
  .menu {
    min-inline-size: 11rem;
    max-inline-size: min(22rem, 90vw);
    max-block-size: 20rem;
    overflow: auto;
    padding: 0.25rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 8px 24px light-dark(rgb(20 25 40 / 14%), rgb(0 0 0 / 55%));
  }
  dialog {
    inline-size: min(36rem, calc(100vw - 2rem));
    max-block-size: calc(100dvh - 2rem);
    overflow: auto;
    padding: 1.25rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 16px 48px light-dark(rgb(20 25 40 / 20%), rgb(0 0 0 / 60%));
  }
  dialog::backdrop {
    background: rgb(15 18 28 / 45%);
  }
  @media (forced-colors: active) {
    .chip,
    .avatar {
      border: 1px solid CanvasText;
    }
  }
`;
