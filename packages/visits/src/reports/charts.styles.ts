import { css } from 'lit';

/** Columns of days, lines of lists, and the tables behind them. */
export const charts = css`
  .days {
    display: grid;
    gap: 0.25rem;
    padding: 0.25rem 1rem 0;
    color: var(--_muted);
    font-size: 0.75rem;
  }
  .days svg {
    inline-size: 100%;
    block-size: 7.5rem;
    border-block: 1px solid var(--_border);
  }
  .days:dir(rtl) svg {
    scale: -1 1;
  }
  .days rect {
    fill: var(--_accent);
  }
  .days rect.none {
    fill: var(--_border);
  }
  .days rect:hover {
    fill: color-mix(in srgb, var(--_accent) 75%, var(--_text));
  }
  .ends {
    display: flex;
    justify-content: space-between;
  }
  .figures {
    padding: 0.25rem 1rem 0.75rem;
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  summary {
    inline-size: fit-content;
    min-block-size: 1.5rem;
    padding-block: 0.125rem;
    border-radius: 2px;
    cursor: pointer;
  }
  .scroll {
    max-block-size: 16rem;
    overflow: auto;
  }
  .figures table {
    border-collapse: collapse;
    color: var(--_text);
  }
  .figures :is(th, td) {
    padding: 0.25rem 1.5rem 0.25rem 0;
    font-weight: 400;
    text-align: start;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr));
    gap: 0.5rem 1.5rem;
    padding: 0.5rem 1rem 1rem;
  }
  .bars {
    min-inline-size: 0;
  }
  h3 {
    margin: 0 0 0.375rem;
    color: var(--_muted);
    font-size: 0.8125rem;
    font-weight: 500;
  }
  .bars ul {
    display: grid;
    gap: 0.125rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .bars li {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.75rem;
    align-items: center;
    min-block-size: 1.75rem;
    padding-inline: 0.5rem;
  }
  .bars li > * {
    position: relative;
  }
  .bars svg {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    border-radius: 4px;
  }
  .bars svg:dir(rtl) {
    scale: -1 1;
  }
  .bars rect {
    fill: var(--_accent-soft);
  }
  .nothing {
    margin: 0;
    color: var(--_muted);
  }
  @media (forced-colors: active) {
    .days rect {
      fill: Highlight;
    }
    .bars rect {
      fill: Canvas;
      stroke: Highlight;
      stroke-width: 2px;
      vector-effect: non-scaling-stroke;
    }
  }
`;
