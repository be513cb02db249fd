import type { VisitEvent } from '@crm-elements/contract';
import type { Resource, ReadStore } from '@crm-elements/core';
import { CrmElement, renderResource, StoreController } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { HrefFor } from '../../shared/href-for.js';
import { words } from '../../i18n/index.js';
import { renderType } from '../../shared/render-link.js';
import { shared } from '../../shared/shared.styles.js';
import { unknownName } from '../../shared/visitor-name.js';
// The elements of its sections; templates are checked against them.
import '../actions/crm-visit-actions.js';
import '../chats/crm-visit-chats.js';
import { styles } from './crm-visit.styles.js';
import { facts } from '../../shared/facts.styles.js';
import { visitsWords, type VisitsWords } from '../i18n/index.js';
import {
  renderCustomFields,
  renderEvents,
  renderInformation,
  renderMarketing,
  type Drawing,
} from './render-visit-sections.js';
import type { Visit } from '../visit.js';
import { createCustomFieldsStore, VisitEventsStore, VisitStore, type CustomField } from './visit-store.js';

/**
 * The page of a visit: its sixteen fields and those of the organization, campaign, actions performed, chats and
 * events; live and read-only. Notes and files of the visit meet it in the slot `related`.
 *
 * @tagname crm-visit
 * @slot actions - Beside the name.
 * @slot related - After the sections, such as notes and attachments of the visit.
 * @csspart head - Who came, and when.
 * @csspart name - The name of the visitor.
 * @csspart section - A section.
 * @csspart type - What the visitor is to the CRM.
 * @csspart link - A link to a visited page.
 * @csspart event - Something that was done on a page.
 * @csspart empty - The words where the visit is not there.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see visits.
 */
export class CrmVisit extends CrmElement {
  static override styles = [CrmElement.styles, shared, facts, styles];
  static override dictionaries = [...CrmElement.dictionaries, words, visitsWords];

  /** Id of the visit. */
  @property({ attribute: 'visit-id' }) visitId = '';

  /** Where the host shows a record: the lead or contact who came. */
  @property({ attribute: false }) hrefFor: HrefFor | undefined;

  readonly #visit = new StoreController<Resource<{ visit: Visit | undefined }>, VisitStore>(this, () =>
    this.crm && this.visitId
      ? {
          client: this.crm,
          key: `visit/${this.visitId}`,
          create: (client) => new VisitStore(client, this.visitId),
        }
      : undefined,
  );
  readonly #events = new StoreController<Resource<readonly VisitEvent[]>, VisitEventsStore>(this, () =>
    this.crm && this.visitId
      ? {
          client: this.crm,
          key: `visit-events/${this.visitId}`,
          create: (client) => new VisitEventsStore(client, this.visitId),
        }
      : undefined,
  );
  readonly #fields = new StoreController<Resource<readonly CustomField[]>, ReadStore<readonly CustomField[]>>(
    this,
    () => this.crm && { client: this.crm, key: 'visit-custom-fields', create: createCustomFieldsStore },
  );

  protected override render() {
    const { gone, goneHint } = this.visitsWords;
    return renderResource(this.#visit.value, {
      terms: (dictionary) => this.terms(dictionary),
      retry: () => this.#visit.source?.refresh(),
      isEmpty: ({ visit }) => visit === undefined,
      empty: () =>
        html`<div class="frame state" part="empty">
          <strong>${gone}</strong>
          <p>${goneHint}</p>
        </div>`,
      ready: ({ visit }) => (visit ? this.renderVisit(visit) : nothing),
    });
  }

  protected renderVisit(visit: Visit): TemplateResult {
    const { visitsWords: terms, drawing } = this;
    const fields = this.#fields.value?.data ?? [];
    const { actions } = drawing.words;
    return html`
      <article class="page">
        ${this.renderHead(visit)} ${this.renderSection(terms.information, renderInformation(visit, drawing))}
        ${
          fields.length > 0
            ? this.renderSection(terms.moreInformation, renderCustomFields(visit, fields, drawing))
            : nothing
        }
        ${this.renderSection(terms.marketing, renderMarketing(visit, drawing))}
        ${this.renderSection(
          actions,
          html`<crm-visit-actions visit-id=${visit.id} .client=${this.client}></crm-visit-actions>`,
        )}
        ${this.renderSection(
          terms.chats,
          html`<crm-visit-chats visit-id=${visit.id} .client=${this.client}
            ><p class="nothing" slot="empty">${terms.chatsNone}</p></crm-visit-chats
          >`,
        )}
        ${this.renderSection(terms.events, this.renderEvents())}
        <slot name="related"></slot>
      </article>
    `;
  }

  protected renderHead(visit: Visit): TemplateResult {
    const { words, formats } = this.drawing;
    const { Visited_By: by, Visited_Time: time, Portal_Name: portal, Visitor_Type: type } = visit;
    const name = html`<bdi>${by?.name || unknownName(visit.id, words, formats)}</bdi>`;
    const href = by?.id && by.module ? this.hrefFor?.(by.module.api_name, by.id) : undefined;
    return html`
      <header class="frame head" part="head">
        <h2 part="name">${href === undefined ? name : html`<a href=${href}>${name}</a>`}</h2>
        ${type ? renderType(type, words) : nothing}
        <span class="presence" ?data-left=${!visit.$online}>
          <span class="dot" ?data-left=${!visit.$online} aria-hidden="true"></span>
          ${visit.$online ? words.isOnline : words.left}
        </span>
        <slot name="actions"></slot>
        <p class="line">
          ${time ? html`<time datetime=${time}>${formats.dateTime(time)}</time> · ` : nothing}<bdi
            >${portal}</bdi
          >
        </p>
      </header>
    `;
  }

  protected renderSection(title: string, content: unknown): TemplateResult {
    return html`<section class="frame" part="section" aria-label=${title}>
      <h3 class="heading">${title}</h3>
      ${content}
    </section>`;
  }

  protected renderEvents() {
    return renderResource(this.#events.value, {
      terms: (dictionary) => this.terms(dictionary),
      retry: () => this.#events.source?.refresh(),
      isEmpty: (events) => events.length === 0,
      empty: () => html`<p class="nothing">${this.visitsWords.eventsNone}</p>`,
      ready: (events) => renderEvents(events, this.drawing),
    });
  }

  protected get visitsWords(): VisitsWords {
    return this.terms(visitsWords);
  }

  protected get drawing(): Drawing {
    return { words: this.terms(words), terms: this.visitsWords, formats: this.formats };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-visit': CrmVisit;
  }
}
