import { css } from 'lit';

export const styles = css`
  .rings {
    display: grid;
    gap: 1rem;
    padding: 1rem;
  }
  .adjust {
    grid-column: 1 / -1;
    justify-self: end;
    margin-block: -0.25rem -0.75rem;
  }
  .picture {
    display: block;
    inline-size: 100%;
    max-inline-size: 30rem;
    margin-inline: auto;
  }
  .ring {
    fill: color-mix(in srgb, var(--_accent) 4%, transparent);
    stroke: var(--_border);
    stroke-width: 1;
  }
  .visitor {
    fill: var(--_muted);
    stroke: var(--_surface);
    stroke-width: 2;
    cursor: pointer;
  }
  .visitor:hover {
    stroke: var(--_text);
  }
  .visitor:is([data-type='Lead'], [data-type='Contact']) {
    fill: var(--_accent);
  }
  .visitor[data-type='Customer'] {
    fill: var(--_positive);
  }
  .visitor[data-type='Potential'] {
    fill: var(--_warning);
  }
  .places {
    display: grid;
    align-content: start;
    gap: 1rem;
    min-inline-size: 0;
  }
  h3 {
    display: flex;
    gap: 0.5rem;
    margin: 0;
    font-size: 0.8125rem;
    font-weight: 600;
  }
  ul {
    margin: 0.25rem 0 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: minmax(0, max-content) auto minmax(1.5rem, 1fr) auto;
    align-items: center;
    gap: 0.5rem;
    padding-block: 0.125rem;
  }
  li .page {
    min-inline-size: 0;
  }
  .name {
    max-inline-size: calc(100% + 0.25rem);
    min-block-size: 1.75rem;
    padding: 0 0.25rem;
    margin-inline-start: -0.25rem;
    border: 0;
    border-radius: 4px;
    background: none;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }
  .name:hover {
    color: var(--_accent);
  }
  @container (inline-size >= 52rem) {
    .rings {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
  @media (forced-colors: active) {
    .ring {
      fill: none;
      stroke: CanvasText;
    }
    .visitor {
      fill: Highlight;
      forced-color-adjust: none;
    }
  }
`;
