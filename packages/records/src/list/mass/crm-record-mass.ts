import type { CrmRecord } from '@crm-elements/contract';
import { CrmElement, StoreController } from '@crm-elements/core/lit';
import { controls, surfaces } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ModuleMeta } from '../../fields/module-meta.js';
import { renderOpen } from '../../fields/render-open.js';
import type { HrefFor } from '../../fields/field-context.js';
import { fieldValueStyles } from '../../fields/field-value.styles.js';
import type { Question } from '../read/question.js';
import { noneSelected } from '../state/selection.js';
import './crm-mass-dialog.js';
import { styles } from './crm-record-mass.styles.js';
import {
  CrmMassDoneEvent,
  CrmOnlineSelectEvent,
  CrmSelectionChangeEvent,
  type CrmMassRunEvent,
} from './events.js';
import { massWords, type MassWords } from './i18n/index.js';
import type { MassKind } from './mass-kind.js';
import { idleMass, type MassState } from './mass-state.js';
import { massKey, MassStore } from './mass-store.js';
import { renderOutcome } from './render-outcome.js';

/**
 * How many records are selected and what can be done with them; how far that is and what came of it.
 *
 * @tagname crm-record-mass
 * @csspart selection - The line with the number and the actions.
 * @csspart progress - How far an action is.
 * @csspart outcome - What came of it.
 * @csspart record - The name of a record with which it did not work, which opens it.
 * @fires {CrmSelectionChangeEvent} crm-selection-change - All or none are to be selected.
 * @fires {CrmOnlineSelectEvent} crm-online-select - All records of the page that are online are to be selected.
 * @fires {CrmMassDoneEvent} crm-mass-done - An action has ended.
 * @fires {CrmRecordOpenEvent} crm-record-open - The reader wants to open a record; can be cancelled.
 */
export class CrmRecordMass extends CrmElement {
  static override styles = [CrmElement.styles, controls, surfaces, fieldValueStyles, styles];
  static override dictionaries = [...CrmElement.dictionaries, massWords];

  @property({ attribute: false }) meta: ModuleMeta | undefined;
  /** The list that is selected from. */
  @property({ attribute: false }) question: Question | undefined;
  @property({ attribute: false }) selection = noneSelected;
  /** The loaded rows; they tell the names of records. */
  @property({ attribute: false }) rows: readonly CrmRecord[] = [];
  /** How many the list has; undefined while that is not known. */
  @property({ attribute: false }) total: number | undefined;
  /** Tells the address of a record's page, which makes names real links. */
  @property({ attribute: false }) hrefFor: HrefFor | undefined;

  /** Records that are on a site now. */
  @property({ attribute: false }) onlineIds: ReadonlySet<string> = new Set();

  @state() private kind: MassKind | undefined;

  readonly #mass = new StoreController<MassState, MassStore>(
    this,
    () =>
      this.crm &&
      this.meta && {
        client: this.crm,
        key: massKey(this.meta.apiName),
        create: (client) => new MassStore(client, this.meta?.apiName ?? ''),
      },
  );

  #wasRunning = false;

  protected override updated(): void {
    const { status, changed, isDelete } = this.#mass.value ?? idleMass;
    const hasEnded = this.#wasRunning && status === 'done';
    this.#wasRunning = status === 'running';
    if (!hasEnded) return;
    this.dispatchEvent(new CrmMassDoneEvent(changed, isDelete));
    // The dialog that had the focus is gone; who has gone on elsewhere is left there.
    if (document.activeElement === document.body || this.matches(':focus-within'))
      this.renderRoot.querySelector<HTMLElement>('[part=outcome] .close')?.focus();
  }

  protected override render() {
    const terms = this.terms(massWords);
    const progress = this.#mass.value;
    if (progress && progress.status !== 'idle') return this.renderProgress(progress, terms);
    return this.#count > 0 || this.selection.all ? this.renderSelection(terms) : nothing;
  }

  protected renderSelection(terms: MassWords): TemplateResult {
    const { total, selection } = this;
    const canSelectAll = !selection.all && total !== undefined && total > selection.ids.size;
    return html`
      <div class="line" part="selection" role="group" aria-label=${this.#counted(terms.selected)}>
        <strong>${this.#counted(terms.selected)}</strong>
        ${
          canSelectAll
            ? html`<button
                class="button quiet"
                type="button"
                data-action="all"
                @click=${() => this.#select(true)}
              >
                ${this.#say(terms.selectAll, total)}
              </button>`
            : nothing
        }
        ${this.renderSelectOnline(terms)}
        <div class="end">${this.renderActions(terms)}</div>
        <button
          class="icon-button none"
          type="button"
          aria-label=${terms.selectNone}
          title=${terms.selectNone}
          @click=${() => this.#select(false)}
        >
          <span class="cross" aria-hidden="true"></span>
        </button>
      </div>
      ${
        this.kind && this.meta
          ? html`<crm-mass-dialog
              .client=${this.crm}
              .meta=${this.meta}
              .kind=${this.kind}
              .count=${this.#count}
              @crm-mass-run=${({ action }: CrmMassRunEvent) => this.#run(action)}
              @close=${() => (this.kind = undefined)}
            ></crm-mass-dialog>`
          : nothing
      }
    `;
  }

  /** Who has selected somebody online can have all of the page who are. */
  protected renderSelectOnline(terms: MassWords): TemplateResult | typeof nothing {
    const { selection, onlineIds, meta } = this;
    const online = this.rows.flatMap(({ id }) => (onlineIds.has(id) ? id : []));
    const chosen = online.filter((id) => selection.ids.has(id));
    if (chosen.length === 0 || chosen.length === online.length) return nothing;
    return html`<button
      class="button quiet"
      type="button"
      data-action="online"
      @click=${() => void this.#selectOnline(online)}
    >
      ${terms.selectOnline(meta?.plural ?? '', this.formats.number(online.length))}
    </button>`;
  }

  protected renderActions(terms: MassWords) {
    const { meta } = this;
    const button = (kind: MassKind, label: string, type = '') =>
      html`<button
        class="button ${type}"
        type="button"
        data-action=${kind}
        aria-haspopup="dialog"
        @click=${() => (this.kind = kind)}
      >
        ${label}
      </button>`;
    const hasTags = [...(meta?.fields.values() ?? [])].some(({ json_type }) => json_type === 'jsonarray');
    return html`
      ${
        meta?.editable
          ? html`${button('update', terms.changeField)} ${button('owner', terms.changeOwner)}
            ${hasTags ? html`${button('addTags', terms.addTags)} ${button('removeTags', terms.removeTags)}` : nothing}`
          : nothing
      }
      ${meta?.deletable ? button('delete', terms.delete, 'danger') : nothing}
    `;
  }

  protected renderProgress(progress: MassState, terms: MassWords): TemplateResult {
    const module = this.meta?.apiName ?? '';
    const nameOf = (id: string) => {
      const name = this.rows.find((row) => row.id === id)?.[this.meta?.nameField?.api_name ?? ''];
      return typeof name === 'string' ? name : id;
    };
    return renderOutcome(progress, {
      terms,
      formats: this.formats,
      renderName: ({ id, name }) => renderOpen({ module, id, name: name ?? nameOf(id) }, this.hrefFor),
      onClose: () => this.#mass.source?.reset(),
    });
  }

  get #count(): number {
    return this.selection.all ? (this.total ?? 0) : this.selection.ids.size;
  }

  #counted(text: MassWords['selected']): string {
    return this.#say(text, this.#count);
  }

  #say(text: MassWords['selected'], count: number): string {
    return text(this.formats.number(count), this.formats.plural(count));
  }

  #select(all: boolean): void {
    this.dispatchEvent(new CrmSelectionChangeEvent(all));
  }

  async #selectOnline(ids: readonly string[]): Promise<void> {
    this.dispatchEvent(new CrmOnlineSelectEvent(ids));
    await this.updateComplete;
    // The button goes, and the focus must not go with it.
    this.renderRoot.querySelector<HTMLElement>('.end button, .button')?.focus();
  }

  #run(action: CrmMassRunEvent['action']): void {
    const { selection, question } = this;
    this.kind = undefined;
    if (!question) return;
    void this.#mass.source?.run(action, selection.all ? question : [...selection.ids]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-record-mass': CrmRecordMass;
  }
}
