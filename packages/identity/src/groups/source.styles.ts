import { css } from 'lit';

/** One who belongs to a group, as a chip. */
export const sourceStyles = css`
  .sources {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
  }
  .chip {
    flex: 0 1 auto;
    min-inline-size: 0;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .kind {
    font-weight: 400;
  }
`;
