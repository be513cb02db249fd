import { css } from 'lit';

export const styles = css`
  fieldset {
    display: grid;
    gap: 0.375rem;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0 0 0.25rem;
  }
  .choice {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    min-block-size: 1.75rem;
    color: inherit;
    font-size: inherit;
    font-weight: 400;
    cursor: pointer;
  }
  .recipient {
    display: flex;
    gap: 0.25rem;
    align-items: center;
    justify-content: space-between;
    min-inline-size: 0;
    padding-inline-start: 0.625rem;
    border-radius: var(--_radius-small);
    background: var(--_raised);
    overflow-wrap: anywhere;
  }
  .recipient crm-user-picker {
    flex: 1;
    margin-inline-start: -0.625rem;
  }
  .adders {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr));
    gap: 0.75rem;
    align-items: start;
  }
  .line {
    display: flex;
    gap: 0.375rem;
  }
  .fault {
    margin-block-start: 0.25rem;
  }
`;
