import { css } from 'lit';

export const styles = css`
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.375rem 0.5rem;
    min-block-size: 3rem;
    padding: 0.5rem 1rem;
    background: var(--_accent-soft);
  }
  .line > strong {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .line .end {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
    margin-inline-start: auto;
  }
  .button.quiet {
    color: var(--_accent);
  }
  progress {
    flex: 1 1 10rem;
    block-size: 0.5rem;
    accent-color: var(--_accent);
  }
  .line > .hint {
    flex-basis: 100%;
  }
  .told {
    flex: 1;
    min-inline-size: 0;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    align-items: baseline;
  }
  .told .record {
    min-block-size: 1.5rem;
    font-weight: 500;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .cross::before {
    font-size: 1.125rem;
    content: '×';
  }
  .line[data-failed] {
    align-items: start;
    background: var(--_danger-soft);
  }
  ul {
    max-block-size: 8rem;
    margin: 0.25rem 0 0;
    padding: 0;
    list-style: none;
    overflow: auto;
  }
  @container (inline-size < 40rem) {
    .line {
      padding-inline: 0.75rem;
    }
    /* One line to be swiped, instead of a wall of buttons above the list. */
    .line .end {
      flex-wrap: nowrap;
      order: 1;
      inline-size: 100%;
      margin-inline-start: 0;
      padding: 0.25rem;
      overflow-x: auto;
      scrollbar-width: none;
    }
    .line .button {
      flex: none;
    }
    .line .quiet {
      flex: 1 1 6rem;
      padding-inline: 0.25rem;
      text-align: start;
      white-space: normal;
    }
    .none {
      margin-inline-start: auto;
    }
  }
`;
