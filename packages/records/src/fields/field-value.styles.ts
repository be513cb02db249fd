import { values } from '@crm-elements/ui';
import { css } from 'lit';

const own = css`
  .lines {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .figure {
    font-variant-numeric: tabular-nums;
  }
  .record {
    min-block-size: 1.5rem;
    line-height: 1.5rem;
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
`;

/** How values of fields look; goes with `surfaces` of ui. */
export const fieldValueStyles = [values, own];
