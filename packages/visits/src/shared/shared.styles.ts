import { surfaces, values } from '@crm-elements/ui';
import { css } from 'lit';

const own = css`
  .bar {
    gap: 0.25rem 1rem;
    min-block-size: 0;
    padding-block: 0;
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
  .clock {
    font-variant-numeric: tabular-nums;
  }
  .state p {
    text-wrap: balance;
  }
  .state svg {
    color: var(--_accent);
  }
  @media (forced-colors: active) {
    .dot {
      background: Highlight;
    }
    .dot[data-left] {
      background: GrayText;
    }
  }
`;

/** What the lists of visits and visitors share. */
export const shared = [surfaces, values, own];
