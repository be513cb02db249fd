import type { Resource } from '@crm-elements/core';
import { Announcer, renderResource, type StoreController } from '@crm-elements/core/lit';
import { renderMore } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { Change } from '../events.js';
// The element's dialog; templates are checked against it.
import './crm-removal-dialog.js';
import type { CrmRemovalDialog, Removal } from './crm-removal-dialog.js';
import type { ListState, Row } from './list-state.js';
import type { ListStore } from './list-store.js';
import { RightsElement } from './rights-element.js';

type Controller<T extends Row> = StoreController<Resource<ListState<T>>, ListStore<T>>;

interface Views<T extends Row> {
  empty: () => TemplateResult;
  ready: (list: ListState<T>) => TemplateResult;
}

interface Tools<T extends Row> {
  list: Controller<T>;
  terms: { search: string; add: string };
  mayAdd: boolean;
  onAdd: () => void;
}

/** A list of settings whose rows are changed in dialogs: the host is asked before each change and told after it. */
export abstract class SettingsList extends RightsElement {
  @state() protected search = '';
  @query('crm-removal-dialog') private readonly removal!: CrmRemovalDialog;

  readonly #announcer = new Announcer(this);

  /** Asks the host. @returns false when it prevents the change */
  protected abstract ask(change: Change, id: string): boolean;
  /** Tells the host what was done. */
  protected abstract tell(change: Change, id: string): void;

  /** Asks the host, does it, and tells it. @throws {CrmError} */
  protected async change(change: Change, id: string, run: () => Promise<void> | undefined): Promise<void> {
    if (!this.ask(change, id)) return;
    await run();
    this.tell(change, id);
    this.#announcer.say(() => this.words.told[change]);
  }

  /** Asks the reader before something is deleted. */
  protected confirmRemoval(removal: Removal): void {
    void this.removal.open(removal);
  }

  /** The search and, for those who may add, the button for it. */
  protected renderTools<T extends Row>({ list, terms, mayAdd, onAdd }: Tools<T>): TemplateResult {
    return html`<div class="end">
      <input
        type="search"
        aria-label=${terms.search}
        placeholder=${terms.search}
        .value=${this.search}
        @input=${(event: Event) => {
          this.search = (event.target as HTMLInputElement).value;
          // Every row has to be known before it is said that none matches.
          if (this.search.trim()) void list.source?.loadAll();
        }}
      />
      ${
        mayAdd
          ? html`<button class="button primary" type="button" @click=${onAdd}>${terms.add}</button>`
          : nothing
      }
    </div>`;
  }

  /** The list in each of its states. */
  protected renderList<T extends Row>(list: Controller<T>, { empty, ready }: Views<T>) {
    return renderResource(list.value, {
      terms: (words) => this.terms(words),
      retry: () => void list.source?.refresh(),
      isEmpty: ({ rows }) => rows.length === 0,
      empty,
      ready,
    });
  }

  /** The button that reads the next page, while there is one. */
  protected renderRest<T extends Row>(list: Controller<T>): TemplateResult | typeof nothing {
    const { data } = list.value ?? {};
    if (!data?.hasMore) return nothing;
    return renderMore(data, { terms: this.words, onMore: () => void list.source?.loadMore() });
  }

  /** What was done, for screen readers, and the question before something is deleted. */
  protected renderAside(): TemplateResult {
    return html`<div class="visually-hidden" role="status">${this.#announcer.text}</div>
      <crm-removal-dialog .client=${this.crm}></crm-removal-dialog>`;
  }
}
