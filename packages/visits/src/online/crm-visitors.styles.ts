import { css } from 'lit';

export const styles = css`
  .bar {
    min-block-size: 3rem;
    border-block-end: 1px solid var(--_border);
  }
  .bar[data-quiet] {
    min-block-size: 0;
    border: 0;
  }
  .choice {
    justify-content: space-between;
    min-block-size: 0;
  }
  .views {
    margin-inline-start: auto;
  }
  .filter + .views {
    margin-inline-start: 0;
  }
  .count {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    margin-block: 0.5rem;
    font-weight: 600;
  }
  .visitors {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .columns {
    display: none;
  }
  .visitor {
    display: grid;
    grid-template: 'who time' auto 'page page' auto 'source device' auto / minmax(0, 1fr) minmax(0, auto);
    gap: 0.625rem 1rem;
    padding: 0.75rem 1rem;
  }
  .visitor + .visitor {
    border-block-start: 1px solid var(--_border);
  }
  .visitor[data-left] {
    color: var(--_muted);
  }
  .who {
    grid-area: who;
    display: flex;
    gap: 0.75rem;
    min-inline-size: 0;
  }
  .page {
    grid-area: page;
  }
  .source {
    grid-area: source;
  }
  .device {
    grid-area: device;
    text-align: end;
  }
  .time {
    grid-area: time;
    text-align: end;
  }
  .lines {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 0.125rem;
    min-inline-size: 0;
  }
  .line {
    display: block;
    overflow: hidden;
    min-block-size: 1.45em;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .lines .muted {
    font-size: 0.8125rem;
  }
  .name-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.5rem;
    overflow: visible;
  }
  .name {
    overflow: hidden;
    min-inline-size: 0;
    min-block-size: 1.5rem;
    margin-inline-start: -0.25rem;
    padding: 0 0.25rem;
    border: 0;
    border-radius: 4px;
    background: none;
    font-weight: 600;
    text-align: start;
    text-overflow: ellipsis;
    cursor: pointer;
  }
  .name:hover {
    color: var(--_accent);
  }
  :is(.returning, .country)::after {
    content: ' · ';
  }
  .who .lines {
    flex: 1;
  }
  summary {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 1.5rem;
    border-radius: 4px;
    color: var(--_muted);
    font-size: 0.8125rem;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  .address {
    overflow: hidden;
    min-inline-size: 0;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .pages {
    display: flex;
    flex: none;
    align-items: center;
    gap: 0.375rem;
    color: var(--_accent);
    font-weight: 500;
  }
  .pages::after {
    content: '';
    inline-size: 0.375rem;
    block-size: 0.375rem;
    margin-block-start: -0.2rem;
    border: solid currentColor;
    border-width: 0 1.5px 1.5px 0;
    rotate: 45deg;
  }
  details[open] .pages::after {
    margin-block-start: 0.2rem;
    rotate: 225deg;
  }
  .path {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.25rem;
    margin-block: 0.375rem 0.125rem;
    padding: 0;
    padding-inline-start: 0.875rem;
    border-inline-start: 2px solid var(--_border);
    list-style: none;
    font-size: 0.8125rem;
  }
  .path li {
    display: flex;
    justify-content: space-between;
    gap: 1rem;
  }
  .path .link,
  .path > li > .cut {
    min-inline-size: 0;
    min-block-size: 1.5rem;
  }
  .path .clock {
    flex: none;
    color: var(--_muted);
  }
  @container (inline-size >= 36rem) {
    .visitor {
      grid-template: 'who page time' auto 'source page device' 1fr / minmax(0, 1fr) minmax(0, 1.25fr) minmax(
          5rem,
          auto
        );
    }
    .source {
      padding-inline-start: 3rem;
    }
  }
  @container (inline-size >= 60rem) {
    .visitor,
    .columns {
      display: grid;
      grid-template:
        'who page source device time' auto / minmax(0, 1.3fr) minmax(0, 1.8fr) minmax(0, 0.8fr) minmax(
          0,
          0.8fr
        )
        minmax(4.5rem, 0.4fr);
      gap: 1.5rem;
    }
    .columns {
      padding: 0.5rem 1rem;
      border-block-end: 1px solid var(--_border);
      background: var(--_raised);
      color: var(--_muted);
      font-size: 0.75rem;
      font-weight: 500;
    }
    .columns :last-child {
      text-align: end;
    }
    .source {
      padding: 0;
    }
    .device {
      text-align: start;
    }
    .visitor:hover {
      background: var(--_hover);
    }
  }
`;
