import type { VisitEvent } from '@crm-elements/contract';
import type { Formats } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../../i18n/index.js';
import { renderLink, renderNone, shortAddress } from '../../shared/render-link.js';
import type { VisitsWords } from '../i18n/index.js';
import { renderFacts } from '../../shared/render-facts.js';
import { renderCustomField } from './render-custom-field.js';
import { renderVisitField } from '../render-visit-field.js';
import { visitFields, type Visit } from '../visit.js';
import type { CustomField } from './visit-store.js';

export interface Drawing {
  words: Words;
  terms: VisitsWords;
  formats: Formats;
}

const wide: readonly string[] = ['User_Agents'];

/** The sixteen fields, VIS-41 to VIS-56. */
export const renderInformation = (visit: Visit, { words, formats }: Drawing): TemplateResult =>
  renderFacts(
    visitFields.map((field) => ({
      label: words.fields[field],
      value: renderVisitField(visit, field, words, formats),
      isWide: wide.includes(field),
    })),
  );

type MarketingField = keyof VisitsWords['marketingFields'];

/** Where the campaign of a visit is told, VIS-134. */
export function renderMarketing(visit: Visit, { words, terms }: Drawing): TemplateResult {
  const fields = Object.keys(terms.marketingFields) as MarketingField[];
  if (!fields.some((field) => visit[field])) return html`<p class="nothing">${terms.marketingNone}</p>`;
  return renderFacts(
    fields.map((field) => ({
      label: terms.marketingFields[field],
      value: visit[field] ? html`<bdi class="cut">${visit[field]}</bdi>` : renderNone(words),
    })),
  );
}

/** Fields of the organization, VIS-57; the tracker fills them too. */
export const renderCustomFields = (
  visit: Visit,
  fields: readonly CustomField[],
  drawing: Drawing,
): TemplateResult =>
  renderFacts(
    fields.map((field) => ({
      label: field.label,
      value: renderCustomField(field, visit[field.apiName], drawing),
    })),
  );

/** Clicks to other sites, downloads, forms and events of the page. */
export const renderEvents = (events: readonly VisitEvent[], { words, terms, formats }: Drawing) =>
  html`<ul class="events">
    ${events.map(
      ({ kind, name, url, at }) =>
        html`<li part="event">
          <strong>${terms.eventKinds[kind]}</strong>
          <span
            >${name ? html`<bdi>${name}</bdi> ` : nothing}${url ? renderLink(url, shortAddress(url), words) : nothing}</span
          >
          <time datetime=${at}>${formats.dateTime(at)}</time>
        </li>`,
    )}
  </ul>`;
