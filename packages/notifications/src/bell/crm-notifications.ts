import type { Notification } from '@crm-elements/contract';
import type { Resource } from '@crm-elements/core';
import { Announcer, CrmElement, renderResource, StoreController } from '@crm-elements/core/lit';
import {
  controls,
  more,
  PanelController,
  panelStyles,
  renderBell,
  renderIcon,
  renderMore,
  renderPanel,
  renderPanelBar,
  surfaces,
} from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { CrmNotificationOpenEvent, CrmNotificationReceivedEvent } from '../events.js';
import { words } from '../i18n/index.js';
// The panel's element; templates are checked against it.
import '../preferences/crm-notification-preferences.js';
import { icons } from '../icons.js';
import { groupByDay, nameDay } from './by-day.js';
import { styles } from './crm-notifications.styles.js';
import { moveFocus } from './move-focus.js';
import type { NotificationsState } from './notifications-state.js';
import { NotificationsStore } from './notifications-store.js';
import { renderNotification } from './render-notification.js';

/**
 * A bell with the number of unread notifications; its panel lists them, newest first, live. Opening one marks
 * it read.
 *
 * @tagname crm-notifications
 * @slot empty - Instead of the words shown when there is nothing.
 * @csspart bell - The button.
 * @csspart count - The number of unread notifications on the bell.
 * @csspart panel - What the bell opens.
 * @csspart bar - The title of the panel and its buttons.
 * @csspart day - The name of a day above its notifications.
 * @csspart notification - One notification.
 * @csspart empty - The words shown when there is nothing.
 * @csspart more - The button that shows older ones, and its words.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see notifications.
 * @cssprop [--crm-notifications-width=25rem] - Width of the panel in a window that is wide enough.
 * @fires {CrmNotificationOpenEvent} crm-notification-open - Asks the host to open what a notification is about.
 * @fires {CrmNotificationReceivedEvent} crm-notification-received - A notification has just come in.
 */
export class CrmNotifications extends CrmElement {
  static override styles = [CrmElement.styles, controls, surfaces, more, panelStyles, styles];
  static override dictionaries = [...CrmElement.dictionaries, words];

  /** Address of a record in the host's pages; where it gives one, notifications are links. */
  @property({ attribute: false }) hrefFor: ((module: string, id: string) => string | undefined) | undefined;

  @state() private isChoosing = false;
  @state() private isRefused = false;

  @query('[part=panel]') private readonly panel!: HTMLElement;
  @query('[part=bell]') private readonly bell!: HTMLElement;

  readonly #notifications = new StoreController<Resource<NotificationsState>, NotificationsStore>(
    this,
    () =>
      this.crm && {
        client: this.crm,
        key: 'notifications',
        create: (client) => new NotificationsStore(client),
      },
  );
  readonly #announcer = new Announcer(this);
  readonly #panel = new PanelController(this, () => ({ panel: this.panel, bell: this.bell }));
  /** The last state that was looked at for news. */
  #seen: NotificationsState | undefined;

  protected override updated(): void {
    const state = this.#notifications.value?.data;
    if (state !== this.#seen) this.#tellNews(this.#seen, state);
    this.#seen = state;
  }

  protected override render() {
    const unread = this.#notifications.value?.data?.unread ?? 0;
    const terms = this.terms(words);
    return html`
      ${renderBell({
        icon: renderIcon(icons.bell),
        count: unread,
        label: (count) => (count ? terms.unread(count, this.formats.plural(unread)) : terms.title),
        isOpen: this.#panel.isOpen,
        formats: this.formats,
      })}
      ${renderPanel({
        controller: this.#panel,
        label: this.isChoosing ? terms.preferences : terms.title,
        onToggle: this.#onToggle,
        content: () => this.renderPanel(),
      })}
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>
    `;
  }

  protected renderPanel(): TemplateResult {
    return html`${this.renderBar()}
      <div class="content">${this.isChoosing ? this.renderPreferences() : this.renderNotifications()}</div>`;
  }

  protected renderBar(): TemplateResult {
    const terms = this.terms(words);
    const { unread } = this.#notifications.value?.data ?? {};
    return renderPanelBar({
      terms: { ...terms, settings: terms.preferences },
      isChoosing: this.isChoosing,
      onChoose: (isChoosing) => this.#choosePreferences(isChoosing),
      tools: unread
        ? html`<button class="button quiet" type="button" @click=${() => void this.#readAll()}>
            ${terms.markAllRead}
          </button>`
        : nothing,
    });
  }

  protected renderNotifications(): TemplateResult {
    const { readFailed } = this.terms(words);
    return html`
      ${this.isRefused ? html`<p class="fault" role="alert">${readFailed}</p>` : nothing}
      ${renderResource(this.#notifications.value, {
        terms: (shared) => this.terms(shared),
        retry: () => this.#notifications.source?.refresh(),
        isEmpty: ({ rows }) => rows.length === 0,
        empty: () => this.renderEmpty(),
        ready: (state) => this.renderDays(state),
      })}
    `;
  }

  protected renderEmpty(): TemplateResult {
    const { empty, emptyHint } = this.terms(words);
    return html`<slot name="empty">
      <div class="state" part="empty">
        ${renderIcon(icons.bell)}
        <strong>${empty}</strong>
        <p>${emptyHint}</p>
      </div>
    </slot>`;
  }

  protected renderDays(state: NotificationsState): TemplateResult {
    const terms = this.terms(words);
    return html`
      <div class="days" @keydown=${(event: KeyboardEvent) => moveFocus(event, this.renderRoot, '.open')}>
        ${repeat(
          groupByDay(state.rows),
          ({ day }) => day,
          ({ day, rows: ofDay }) => html`
            <h3 class="day" id=${`day-${day}`} part="day">${nameDay(day, terms, this.formats)}</h3>
            <ul aria-labelledby=${`day-${day}`}>
              ${repeat(
                ofDay,
                ({ id }) => id,
                (notification) => this.renderNotification(notification),
              )}
            </ul>
          `,
        )}
      </div>
      ${renderMore(state, { terms, onMore: () => void this.#notifications.source?.loadMore() })}
    `;
  }

  protected renderNotification(notification: Notification): TemplateResult {
    const { record } = notification;
    return renderNotification(notification, {
      words: this.terms(words),
      formats: this.formats,
      href: record ? this.hrefFor?.(record.module, record.id) : undefined,
      open: (event) => this.#open(event, notification),
    });
  }

  protected renderPreferences(): TemplateResult {
    return html`<crm-notification-preferences .client=${this.client}></crm-notification-preferences>`;
  }

  #tellNews(before: NotificationsState | undefined, now: NotificationsState | undefined): void {
    if (!before || !now) return;
    const known = before.rows[0]?.id;
    const end = now.rows.findIndex(({ id }) => id === known);
    const news = end < 0 ? now.rows : now.rows.slice(0, end);
    // Those that came first are told first.
    for (const one of news.filter(({ read }) => !read).reverse())
      this.dispatchEvent(new CrmNotificationReceivedEvent(one));
    if (now.unread <= before.unread) return;
    this.#announcer.say(() => {
      const unread = this.#notifications.value?.data?.unread ?? 0;
      return this.terms(words).received(this.formats.number(unread), this.formats.plural(unread));
    });
  }

  readonly #onToggle = ({ newState }: ToggleEvent) => {
    this.isChoosing = false;
    this.isRefused = false;
    this.#panel.toggle(newState === 'open');
  };

  #choosePreferences(isChoosing: boolean): void {
    this.isChoosing = isChoosing;
    this.isRefused = false;
    void this.updateComplete.then(() => this.panel.focus());
  }

  #open(event: MouseEvent, notification: Notification): void {
    void this.#try(this.#notifications.source?.read(notification.id));
    if (!this.dispatchEvent(new CrmNotificationOpenEvent(notification))) event.preventDefault();
    // A link that goes to another tab leaves the panel as it is.
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) this.panel.hidePopover();
  }

  async #readAll(): Promise<void> {
    // The button goes with the last unread one, and the focus must not go with it.
    this.panel.focus();
    await this.#try(this.#notifications.source?.readAll());
  }

  /** A refusal has taken the change back; it is said. */
  async #try(change: Promise<void> | undefined): Promise<void> {
    this.isRefused = false;
    try {
      await change;
    } catch {
      this.isRefused = true;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-notifications': CrmNotifications;
  }
}
