import { html, type TemplateResult } from 'lit';

/** Code as it is to be pasted; it can be reached and selected by keyboard. */
export const renderCode = (code: string, label: string): TemplateResult =>
  html`<pre class="code" dir="ltr" tabindex="0" role="group" aria-label=${label}>${code}</pre>`;
