import { css } from 'lit';

/** How values of fields look; goes with `surfaces` of ui. */
export const fieldValueStyles = css`
  .none {
    color: var(--_muted);
  }
  /* Text may run the other way than the page: it is cut at its own end. */
  .cut {
    display: block;
    overflow: hidden;
    text-align: match-parent;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .lines {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .figure {
    font-variant-numeric: tabular-nums;
  }
  .link,
  .record {
    display: inline-block;
    max-inline-size: 100%;
    padding: 0;
    border: 0;
    border-radius: 2px;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    text-decoration: none;
    vertical-align: bottom;
    cursor: pointer;
  }
  .record {
    min-block-size: 1.5rem;
    line-height: 1.5rem;
  }
  :is(.link, .record):hover {
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .owner {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-inline-size: 0;
  }
  .owner .avatar {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    font-size: 0.625rem;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .chips .chip {
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    vertical-align: bottom;
  }
  @media (forced-colors: active) {
    .link,
    .record {
      text-decoration: underline;
    }
  }
`;
