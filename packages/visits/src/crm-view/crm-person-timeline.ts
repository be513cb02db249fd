import type { TimelineEntry } from '@crm-elements/contract';
import type { Pages, Resource } from '@crm-elements/core';
import { CrmElement, formatRelative, renderResource, StoreController } from '@crm-elements/core/lit';
import { more, renderMore } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { HrefFor } from '../shared/href-for.js';
import { words } from '../i18n/index.js';
import { renderLink, shortAddress } from '../shared/render-link.js';
import { shared } from '../shared/shared.styles.js';
// The transcript of a chat; templates are checked against it.
import '../visits/chats/crm-visit-chats.js';
import { styles } from './crm-person-timeline.styles.js';
import { crmViewWords, type CrmViewWords } from './i18n/index.js';
import { TimelineStore } from './timeline-store.js';

/** Which entries a part of the panel shows. */
export const timelineParts = {
  pages: ['page'],
  chats: ['chat'],
  visits: ['visit'],
  conversations: ['chat', 'email'],
  timeline: ['visit', 'chat', 'email', 'deal', 'task', 'event', 'note'],
} as const satisfies Partial<Record<keyof CrmViewWords['tabs'], TimelineEntry['kind'][]>>;

/**
 * What a lead or contact did on the site and what the CRM holds of them, newest first; live.
 *
 * @tagname crm-person-timeline
 * @csspart entry - One thing that was done.
 * @csspart kind - What it was.
 * @csspart link - A link to a visited page.
 * @csspart more - The button that loads more, and its words.
 * @csspart empty - The words shown when there is nothing.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see visits.
 */
export class CrmPersonTimeline extends CrmElement {
  static override styles = [CrmElement.styles, shared, more, styles];
  static override dictionaries = [...CrmElement.dictionaries, words, crmViewWords];

  /** Id of the lead or contact. */
  @property({ attribute: 'record-id' }) recordId = '';

  /** Only what was done on the sites of this portal; of all when empty. */
  @property({ attribute: 'portal-id' }) portalId = '';

  /** What to show: `pages`, `chats`, `visits`, `conversations` (chats with their words, e-mails) or `timeline`. */
  @property() entries: keyof typeof timelineParts = 'timeline';

  /** Where the host shows a record or a visit. */
  @property({ attribute: false }) hrefFor: HrefFor | undefined;

  readonly #entries = new StoreController<Resource<Pages<TimelineEntry>>, TimelineStore>(this, () => {
    const { crm, recordId, portalId } = this;
    if (!crm || !recordId) return undefined;
    const kinds = timelineParts[this.entries];
    return {
      client: crm,
      key: `person-timeline/${recordId}/${portalId}/${kinds.join()}`,
      create: (client) => new TimelineStore(client, { recordId, portalId, kinds }),
    };
  });

  protected override render() {
    const terms = this.terms(crmViewWords);
    return renderResource(this.#entries.value, {
      terms: (dictionary) => this.terms(dictionary),
      retry: () => this.#entries.source?.refresh(),
      isEmpty: ({ rows }) => rows.length === 0,
      empty: () => html`<p class="nothing" part="empty">${terms.nothing[this.entries]}</p>`,
      ready: (entries) => html`
        <ol>
          ${repeat(
            entries.rows,
            ({ id, kind }) => `${kind} ${id}`,
            (entry) => this.renderEntry(entry),
          )}
        </ol>
        ${renderMore(entries, { terms: this.terms(words), onMore: () => void this.#entries.source?.loadMore() })}
      `,
    });
  }

  protected renderEntry(entry: TimelineEntry): TemplateResult {
    const { kind, at, record, minutes, amount } = entry;
    const { formats } = this;
    const terms = this.terms(crmViewWords);
    const length =
      minutes === null
        ? nothing
        : formats.number(minutes, { style: 'unit', unit: 'minute', maximumFractionDigits: 1 });
    return html`<li part="entry">
      <span class="chip" part="kind">${terms.kinds[kind]}</span>
      <div class="what">${this.renderTitle(entry)} ${this.renderDetail(entry)}</div>
      <span class="when">
        <time datetime=${at} title=${formats.dateTime(at)}>${formatRelative(formats, at)}</time>
        ${amount === null ? nothing : html`<br />${formats.number(amount)}`}
        ${minutes === null ? nothing : html`<br />${length}`}
      </span>
      ${
        this.entries === 'conversations' && kind === 'chat'
          ? html`<crm-visit-chats visit-id=${record.id} .client=${this.client}></crm-visit-chats>`
          : nothing
      }
    </li>`;
  }

  /** A page leads to itself, everything else to its record. */
  protected renderTitle({ kind, title, url, record }: TimelineEntry): TemplateResult {
    const text = title || (url ? shortAddress(url) : '');
    if (kind === 'page' && url) return renderLink(url, text, this.terms(words));
    const href = this.hrefFor?.(record.module, record.id);
    return href === undefined
      ? html`<bdi class="title">${text}</bdi>`
      : html`<a class="title" href=${href}><bdi>${text}</bdi></a>`;
  }

  protected renderDetail({ kind, detail, url }: TimelineEntry): TemplateResult | typeof nothing {
    const text = detail ?? (kind === 'page' && url ? shortAddress(url) : null);
    return text ? html`<bdi class="detail">${text}</bdi>` : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-person-timeline': CrmPersonTimeline;
  }
}
