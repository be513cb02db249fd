import { css } from 'lit';

export const styles = css`
  :host {
    padding: 0.875rem 1rem 1rem;
  }
  .fault {
    margin-block-start: 0.5rem;
  }
  fieldset {
    display: grid;
    gap: 0.125rem;
    margin: 0.875rem 0 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0 0 0.375rem;
    font-weight: 600;
  }
  label {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    min-block-size: 2rem;
    color: inherit;
    font-size: inherit;
    font-weight: 400;
    cursor: pointer;
  }
`;
