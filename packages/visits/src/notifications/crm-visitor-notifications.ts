import type { VisitorNotice } from '@crm-elements/contract';
import type { Resource } from '@crm-elements/core';
import { Announcer, CrmElement, renderResource, StoreController } from '@crm-elements/core/lit';
import { PanelController, renderBell, renderIcon, renderPanel, renderPanelBar } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { CrmVisitorOpenEvent } from '../events.js';
import { words } from '../i18n/index.js';
import { onlineWords } from '../online/i18n/index.js';
import { VisitorActions } from '../online/actions/visitor-actions.js';
import type { HrefFor } from '../shared/href-for.js';
import { renderEmpty } from '../shared/render-empty.js';
import { unknownName } from '../shared/visitor-name.js';
import { styles } from './crm-visitor-notifications.styles.js';
import { shownOf, type Drawing } from './drawing.js';
import { visitorIcon } from './icon.js';
import { noticeWords } from './i18n/index.js';
import { renderNotices } from './list/render-notices.js';
import { untold, type NoticesState } from './notices-state.js';
import { NoticesStore } from './notices-store.js';
import { PopUpFocus } from './pop-ups/pop-up-focus.js';
import { PopUps } from './pop-ups/pop-ups.js';
import { renderPopUps } from './pop-ups/render-pop-ups.js';
import { renderSettings } from './settings/render-settings.js';
import { defaultSettings, NoticeSettingsStore, type NoticeSettings } from './settings/settings-store.js';
import { wanted } from './settings/wanted.js';
import { allowDesktop, desktopPermission } from './tell/desktop.js';
import { sentenceOf, tellNotices } from './tell/tell-notices.js';
import { playTone } from './tell/tone.js';

/**
 * Tells the reader of the visitors who come for them: pop-ups, a few at a time, that go by themselves, and a button whose
 * panel has the last ones and the reader's settings. F6 leads to the pop-ups, Escape dismisses one. Nothing for those who
 * may not see visits.
 *
 * @tagname crm-visitor-notifications
 * @csspart bell - The button.
 * @csspart count - The number of new notices on the button.
 * @csspart panel - What the button opens.
 * @csspart bar - The title of the panel and its buttons.
 * @csspart notice - A notice of the list.
 * @csspart choice - A setting.
 * @csspart pop-ups - The stack of pop-ups.
 * @csspart pop-up - One of them.
 * @csspart name - The visitor's name.
 * @csspart type - What the visitor is to the CRM.
 * @csspart actions - What can be done with a visitor.
 * @csspart call - The link that calls a visitor.
 * @csspart outcome - What came of the last action.
 * @csspart empty - The words shown when there is nothing.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - Never: nothing is drawn for those who may not see visits.
 * @cssprop [--crm-notifications-width=25rem] - Width of the panel in a window that is wide enough.
 * @fires {CrmVisitorOpenEvent} crm-visitor-open - A visitor's name was activated; the link is followed unless cancelled.
 * @fires {CrmVisitorCommandEvent} crm-visitor-command - The reader wants to invite a visitor or to open the chat; can be cancelled.
 * @fires {CrmVisitorCommandedEvent} crm-visitor-commanded - The page of the visitor has been asked.
 * @fires {CrmCallPlaceEvent} crm-call-place - The reader wants to call; the link `tel:` is followed unless cancelled.
 */
export class CrmVisitorNotifications extends CrmElement {
  static override styles = [CrmElement.styles, ...styles];
  static override dictionaries = [...CrmElement.dictionaries, words, onlineWords, noticeWords];

  /** Address of a record, or of a visit, in the host's pages; where it gives one, names are links. */
  @property({ attribute: false }) hrefFor: HrefFor | undefined;

  @state() private isChoosing = false;
  /** What came of the last action, in words. */
  @state() private outcome = '';

  @query('#panel') private readonly panel!: HTMLElement;
  @query('[part=bell]') private readonly button!: HTMLElement;
  @query('#pop-ups') private readonly stack!: HTMLElement | null;

  readonly #notices = new StoreController<Resource<NoticesState>, NoticesStore>(
    this,
    () =>
      this.crm && {
        client: this.crm,
        key: 'visitor-notices',
        create: (client) => new NoticesStore(client),
      },
  );
  readonly #settings = new StoreController<NoticeSettings | undefined, NoticeSettingsStore>(
    this,
    () =>
      this.crm && {
        client: this.crm,
        key: 'visitor-notice-settings',
        create: (client) => new NoticeSettingsStore(client),
      },
  );
  readonly #popUps = new PopUps(this);
  readonly #focus = new PopUpFocus(this, {
    stack: () => this.stack ?? undefined,
    button: () => this.button,
    dismiss: (visitId) => this.#popUps.dismiss(visitId),
  });
  readonly #announcer = new Announcer(this);
  readonly #panel = new PanelController(this, () => ({ panel: this.panel, bell: this.button }));
  readonly #actions = new VisitorActions({
    host: this,
    client: () => this.crm,
    store: () => this.#notices.source,
    terms: () => this.terms(onlineWords),
    nameOf: (visitor) => this.nameOf(visitor),
    say: (text) => (this.outcome = text),
  });

  protected override updated(): void {
    const state = this.#notices.value?.data;
    const settings = this.#settings.value;
    if (state && settings) this.#tell(state, settings);
    const hasPopUps = this.#popUps.shown.length > 0;
    this.stack?.togglePopover(hasPopUps);
    this.#focus.isListening = hasPopUps;
  }

  protected override render(): TemplateResult | typeof nothing {
    const resource = this.#notices.value;
    if (resource?.error?.kind === 'forbidden') return nothing;
    const { data } = resource ?? {};
    const unseen = this.#wanted(data?.notices ?? []).filter(({ seq }) => seq > (data?.seen ?? 0)).length;
    const terms = this.terms(noticeWords);
    return html`
      ${renderBell({
        icon: renderIcon(visitorIcon),
        count: unseen,
        label: (count) => (count ? terms.unseen(count, this.formats.plural(unseen)) : terms.title),
        isOpen: this.#panel.isOpen,
        formats: this.formats,
      })}
      ${renderPanel({
        controller: this.#panel,
        label: this.isChoosing ? terms.settings : terms.title,
        onToggle: this.#onToggle,
        content: () => this.renderPanel(),
      })}
      <div
        id="pop-ups"
        part="pop-ups"
        popover="manual"
        role="region"
        aria-label=${terms.popUps}
        @pointerenter=${() => this.#popUps.hold('pointer')}
        @pointerleave=${() => this.#popUps.release('pointer')}
        @focusin=${() => this.#popUps.hold('focus')}
        @focusout=${() => this.#popUps.release('focus')}
        @keydown=${(event: KeyboardEvent) => void this.#focus.onKey(event)}
      >
        ${this.renderPopUps()}
      </div>
      ${this.#actions.renderPrompt()}
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>
    `;
  }

  protected renderPanel(): TemplateResult {
    const { isChoosing } = this;
    return html`
      ${renderPanelBar({
        terms: this.terms(noticeWords),
        isChoosing,
        onChoose: (next) => this.#choose(next),
      })}
      <div class="content">${isChoosing ? this.renderSettings() : this.renderNotices()}</div>
    `;
  }

  protected renderNotices(): TemplateResult | typeof nothing {
    const terms = this.terms(noticeWords);
    return renderResource(this.#notices.value, {
      terms: (dictionary) => this.terms(dictionary),
      retry: () => this.#notices.source?.refresh(),
      isEmpty: ({ notices }) => this.#wanted(notices).length === 0,
      empty: () =>
        this.#notices.value?.data?.notifies
          ? renderEmpty(terms.empty, terms.emptyHint)
          : renderEmpty(terms.off, terms.offHint),
      ready: ({ notices, notifies }) => html`
        ${notifies ? nothing : html`<p class="off" role="status">${terms.off}. ${terms.offHint}</p>`}
        ${renderNotices(this.#wanted(notices), this.#drawing)}
      `,
    });
  }

  protected renderSettings(): TemplateResult {
    const { source, value: settings = defaultSettings } = this.#settings;
    return renderSettings({
      settings,
      permission: desktopPermission(),
      words: this.terms(noticeWords),
      groups: this.terms(onlineWords).group,
      onGroup: (group, isOn) =>
        source?.choose({ off: settings.off.filter((one) => one !== group).concat(isOn ? [] : group) }),
      onSound: (sound) => {
        source?.choose({ sound });
        // The reader hears what it will be like.
        if (sound) playTone();
      },
      onDesktop: (isOn) => void this.#chooseDesktop(isOn),
    });
  }

  protected renderPopUps(): TemplateResult | typeof nothing {
    return renderPopUps({
      shown: this.#popUps.shown,
      rest: this.#popUps.rest,
      drawing: this.#drawing,
      outcome: this.outcome,
      renderActions: ({ visitor }) => this.#actions.render(shownOf(visitor)),
      onDismiss: ({ visitor }) => void this.#focus.dismiss(visitor.visit_id),
      onDismissAll: () => this.#focus.leave(() => this.#popUps.dismissAll()),
      onMore: () => this.#focus.leave(() => this.panel.showPopover()),
    });
  }

  protected nameOf({ record, visit_id: id }: VisitorNotice['visitor']): string {
    return record?.name ?? unknownName(id, this.terms(words), this.formats);
  }

  get #drawing(): Drawing {
    return {
      words: this.terms(noticeWords),
      shared: this.terms(words),
      formats: this.formats,
      nameOf: (visitor) => this.nameOf(visitor),
      hrefOf: (visitor) => this.#hrefOf(visitor),
      open: (event, { visit_id: id, record }) => {
        if (!this.dispatchEvent(new CrmVisitorOpenEvent(id, record))) event.preventDefault();
      },
    };
  }

  #hrefOf({ record, visit_id: id }: VisitorNotice['visitor']): string | undefined {
    return record ? this.hrefFor?.(record.module, record.id) : this.hrefFor?.('Visits', id);
  }

  #wanted(notices: readonly VisitorNotice[]): readonly VisitorNotice[] {
    return wanted(notices, this.#settings.value ?? defaultSettings);
  }

  #tell(state: NoticesState, settings: NoticeSettings): void {
    if (state.told >= state.seq) return;
    const fresh = this.#wanted(untold(state));
    const { isOpen } = this.#panel;
    // Whoever looks at the list sees them there.
    if (isOpen) this.#notices.source?.markSeen();
    else this.#notices.source?.markTold();
    if (fresh.length === 0) return;
    if (!isOpen) this.#popUps.add(fresh);
    this.outcome = '';
    const drawing = this.#drawing;
    this.#announcer.say(() => sentenceOf(fresh, drawing));
    void tellNotices(fresh, {
      drawing,
      settings,
      baseUrl: this.crm?.baseUrl ?? '',
      onOpen: (visitor) => {
        const href = this.#hrefOf(visitor);
        const { visit_id: id, record } = visitor;
        if (this.dispatchEvent(new CrmVisitorOpenEvent(id, record)) && href) location.assign(href);
      },
    });
  }

  readonly #onToggle = ({ newState }: ToggleEvent) => {
    const isOpen = newState === 'open';
    this.isChoosing = false;
    this.#panel.toggle(isOpen);
    if (!isOpen) return;
    this.#popUps.dismissAll();
    this.#notices.source?.markSeen();
    this.#notices.source?.refresh();
  };

  #choose(isChoosing: boolean): void {
    this.isChoosing = isChoosing;
    void this.updateComplete.then(() => this.panel.focus());
  }

  async #chooseDesktop(isOn: boolean): Promise<void> {
    this.#settings.source?.choose({ desktop: isOn && (await allowDesktop()) });
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-visitor-notifications': CrmVisitorNotifications;
  }
}
