import { css } from 'lit';

export const styles = css`
  .bar {
    border-block-end: 1px solid var(--_border);
  }
  .chooser {
    display: flex;
    flex: 0 1 auto;
    align-items: center;
    gap: 0.5rem;
    min-inline-size: 0;
  }
  .chooser select {
    max-inline-size: 16rem;
    color: var(--_text);
    font-size: var(--_size);
    font-weight: 600;
  }
  .diagnosis {
    margin: 0;
    padding: 0.5rem 1rem;
    background: var(--_warning-soft);
    color: var(--_warning);
  }
  .padded {
    padding: 1.25rem 1rem;
  }
  .frame > .complaint {
    margin: 1rem;
  }
  .state svg {
    color: var(--_accent);
  }
  .paused {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0.375rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  @container (inline-size < 34rem) {
    .bar .end {
      inline-size: 100%;
      margin: 0;
    }
  }
`;
