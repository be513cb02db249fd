import { css } from 'lit';

/** What the lists of visits and visitors share: frame, bar, marks, links. */
export const shared = css`
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
    gap: 0.25rem 1rem;
    padding-inline: 1rem;
  }
  .filter {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    margin-block: 0.5rem;
    margin-inline-start: auto;
  }
  select {
    min-block-size: 2rem;
    max-inline-size: 14rem;
    padding-inline: 0.5rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-small);
    background: var(--_surface);
  }
  .muted,
  .none {
    color: var(--_muted);
  }
  .dot {
    flex: none;
    inline-size: 0.5rem;
    block-size: 0.5rem;
    border-radius: 50%;
    background: var(--_positive);
  }
  .dot[data-left] {
    background: var(--_muted);
  }
  .chip {
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
  .chip:is([data-type='Lead'], [data-type='Contact']) {
    background: var(--_accent-soft);
    color: var(--_accent);
  }
  .chip[data-type='Customer'] {
    background: var(--_positive-soft);
    color: var(--_positive);
  }
  .chip[data-type='Potential'] {
    background: var(--_warning-soft);
    color: var(--_warning);
  }
  /* Text of the site may run the other way than the page: it is cut at its own end. */
  .cut {
    display: block;
    overflow: hidden;
    text-align: match-parent;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .link {
    display: inline-block;
    max-inline-size: 100%;
    vertical-align: bottom;
    color: inherit;
    text-decoration: none;
    border-radius: 2px;
  }
  .link:hover {
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .clock {
    font-variant-numeric: tabular-nums;
  }
  .state svg {
    color: var(--_accent);
  }
  @media (forced-colors: active) {
    .chip {
      border: 1px solid CanvasText;
    }
    .dot {
      background: Highlight;
    }
    .dot[data-left] {
      background: GrayText;
    }
    /* Text of the site may run the other way than the page: it is cut at its own end. */
    .cut {
      display: block;
      overflow: hidden;
      text-align: match-parent;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .link {
      display: inline-block;
      max-inline-size: 100%;
      vertical-align: bottom;
      text-decoration: underline;
    }
  }
`;
