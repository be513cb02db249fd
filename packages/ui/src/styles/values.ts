import { css } from 'lit';

/** Values in lists and pages: none at all, text that is cut, links. */
export const values = css`
  .none {
    color: var(--_muted);
  }
  /* Text may run the other way than the page: it is cut at its own end. */
  .cut {
    display: block;
    overflow: hidden;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .link {
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
  .link:hover {
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  @media (forced-colors: active) {
    .link {
      text-decoration: underline;
    }
  }
`;
