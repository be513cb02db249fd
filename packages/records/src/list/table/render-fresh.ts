import type { Formats } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../i18n/index.js';

/** Tells how many records have come since, and shows them when the reader wants to. */
export const renderFresh = (
  count: number,
  terms: Words,
  formats: Formats,
  onShow: () => void,
): TemplateResult | typeof nothing =>
  count === 0
    ? nothing
    : html`<div class="notice" part="fresh" role="status">
        <span>${terms.fresh(formats.number(count), formats.plural(count))}</span>
        <button class="button" type="button" @click=${onShow}>${terms.show}</button>
      </div>`;
