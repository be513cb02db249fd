import { html, type TemplateResult } from 'lit';

/** A term and what is said of it. */
export interface Fact {
  label: string;
  value: unknown;
  isWide?: boolean;
}

/** Facts in columns, as many as the room allows. */
export const renderFacts = (facts: readonly Fact[]): TemplateResult =>
  html`<dl class="facts">
    ${facts.map(
      ({ label, value, isWide = false }) =>
        html`<div ?data-wide=${isWide}>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
