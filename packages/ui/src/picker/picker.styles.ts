import { css } from 'lit';

export const styles = css`
  .box {
    position: relative;
    display: flex;
    align-items: center;
  }
  /* What is typed may run the other way than the box: the room of mark and buttons is on the box's own sides. */
  .box input {
    text-align: -webkit-match-parent;
    text-align: match-parent;
    text-overflow: ellipsis;
  }
  .box:dir(ltr) input {
    padding-right: 4rem;
  }
  .box:dir(rtl) input {
    padding-left: 4rem;
  }
  .box > .avatar {
    position: absolute;
    inset-inline-start: 0.375rem;
    inline-size: 1.375rem;
    block-size: 1.375rem;
    font-size: 0.5625rem;
  }
  .box:dir(ltr) > .avatar + input {
    padding-left: 2.125rem;
  }
  .box:dir(rtl) > .avatar + input {
    padding-right: 2.125rem;
  }
  .clear {
    position: absolute;
    inset-inline-end: 1.625rem;
    inline-size: 1.5rem;
    block-size: 1.5rem;
  }
  .chevron {
    position: absolute;
    inset-inline-end: 0.75rem;
  }
  :host([disabled]) .box {
    opacity: 0.6;
  }
  .menu {
    max-inline-size: min(26rem, calc(100vw - 1rem));
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .caption,
  .message {
    margin: 0;
    padding: 0.375rem 0.5rem;
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  .caption {
    font-size: 0.75rem;
    font-weight: 500;
  }
  .message {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
    padding-block: 0.625rem;
  }
  .option {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    min-block-size: 2rem;
    padding: 0.3125rem 0.5rem;
    border-radius: var(--_radius-small);
    cursor: pointer;
  }
  .option:hover {
    background: var(--_hover);
  }
  .option[aria-selected='true'] {
    background: var(--_accent-soft);
  }
  .option[data-picked] .name {
    font-weight: 600;
  }
  .option .avatar {
    inline-size: 1.625rem;
    block-size: 1.625rem;
    font-size: 0.625rem;
  }
  .lines {
    display: grid;
    flex: 1;
    min-inline-size: 0;
  }
  .lines > * {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .lines .muted {
    font-size: 0.8125rem;
  }
  @media (forced-colors: active) {
    .option[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
