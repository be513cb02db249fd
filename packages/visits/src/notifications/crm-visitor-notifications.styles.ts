import { controls, panelStyles, surfaces, values } from '@crm-elements/ui';
import { css } from 'lit';
import { onlineStyles } from '../online/online.styles.js';
import { shared } from '../shared/shared.styles.js';
import { popUpStyles } from './pop-ups/pop-ups.styles.js';

/** The lines of the list, and the settings. */
const own = css`
  .panel .bar {
    flex-wrap: nowrap;
    min-block-size: 3rem;
    padding-block: 0.5rem;
  }
  .what {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.125rem;
    min-inline-size: 0;
    font-size: 0.8125rem;
  }
  .name {
    justify-self: start;
    max-inline-size: 100%;
    min-block-size: 1.5rem;
    padding: 0;
    border: 0;
    border-radius: 2px;
    background: none;
    color: inherit;
    font-size: 0.875rem;
    font-weight: 600;
    line-height: 1.5rem;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  .name:hover {
    color: var(--_accent);
  }
  .name-line {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-inline-size: 0;
  }
  .name-line .name {
    min-inline-size: 0;
  }
  .notices {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .notice-line {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.75rem;
    padding: 0.625rem 1rem;
  }
  .notice-line + .notice-line {
    border-block-start: 1px solid var(--_border);
  }
  .off {
    margin: 0;
    padding: 0.625rem 1rem;
    background: var(--_warning-soft);
    color: var(--_warning);
    font-size: 0.8125rem;
  }
  .preferences {
    display: grid;
    gap: 1rem;
    padding: 0.875rem 1rem 1rem;
  }
  fieldset {
    display: grid;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0 0 0.25rem;
    font-weight: 600;
  }
  .switch {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 0.5rem;
    align-items: center;
    min-block-size: 2rem;
    color: inherit;
    font-size: inherit;
    font-weight: 400;
    cursor: pointer;
  }
  .switch .hint {
    grid-column: 2;
  }
  [aria-disabled='true'] {
    opacity: 0.5;
  }
`;

/** All that the button, its panel and the pop-ups are drawn with. */
export const styles = [controls, surfaces, values, shared, onlineStyles, panelStyles, popUpStyles, own];
