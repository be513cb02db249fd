import { css } from 'lit';

export const styles = css`
  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0.5rem 1rem;
    padding: 0 1.25rem 2.5rem;
  }
  .state:not(:only-child) {
    padding-block-end: 1rem;
  }
  .cause {
    margin: 0 auto;
    max-inline-size: 34rem;
    padding: 0 1.25rem 1rem;
    text-align: center;
  }
  .help {
    display: inline-flex;
    align-items: center;
    min-block-size: 2rem;
    color: var(--_accent);
    text-underline-offset: 0.2em;
  }
`;
