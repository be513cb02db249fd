import { css } from 'lit';

export const styles = css`
  .first {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.5rem;
  }
  .lines {
    display: block;
  }
  .back {
    padding-inline: 0.5rem;
    border-block-end: 0;
  }
  .arrow {
    display: inline-block;
    inline-size: 0.4375rem;
    block-size: 0.4375rem;
    margin-inline: 0.25rem 0.5rem;
    border: solid currentcolor;
    border-width: 0 0 1.5px 1.5px;
    rotate: 45deg;
  }
  .arrow:dir(rtl) {
    rotate: -135deg;
  }
  [part='leaving'] {
    margin-inline-start: auto;
  }
`;
