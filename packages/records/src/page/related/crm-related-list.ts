import type { CrmRecord, RelatedListDescription } from '@crm-elements/contract';
import type { Resource } from '@crm-elements/core';
import { CrmElement, renderResource, StoreController } from '@crm-elements/core/lit';
import { controls, more, related, renderMore, surfaces, type CrmRecordPickedEvent } from '@crm-elements/ui';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { PeekLinks } from '../../card/peek-links.js';
import { fieldValueStyles } from '../../fields/field-value.styles.js';
import type { FieldDescription, ModuleMeta } from '../../fields/module-meta.js';
import { wantModule, type ModuleStore } from '../../fields/module-store.js';
import { renderFieldValue } from '../../fields/render-field-value.js';
import { renderOpen } from '../../fields/render-open.js';
import type { Values } from '../../record/record-state.js';
import { CrmRelatedAddEvent, CrmRelatedShownEvent } from '../events.js';
import { loadEditing } from '../../load-editing.js';
import { keyFields, nameOf } from '../key-fields.js';
import { RecordElement } from '../record-element.js';
import { styles } from './crm-related-list.styles.js';
import { linkedTo, linkField } from './link-field.js';
import { Nearness } from './nearness.js';
import { RelatedStore, type RelatedRows } from './related-store.js';
import { renderUnlink, renderUnlinked } from './render-unlink.js';
import { Unlinking } from './unlinking.js';

/** Beside the name. */
const COLUMNS = 4;

/**
 * One related list of a record: live, read when it comes near the window, and added to where the API allows. The name of
 * each row has a slot `presence-<id>` beside it.
 *
 * @tagname crm-related-list
 * @csspart bar - The line with the heading and the button to add.
 * @csspart table - The table.
 * @csspart row - A row.
 * @csspart link - A link in a value.
 * @csspart record - The name of another record, which opens it.
 * @csspart unlink - The button that takes a row out of a list of links.
 * @csspart unlinked - The words about a row that was taken out, with the way back.
 * @csspart dialog - The form of a new row.
 * @csspart more - The button that loads more, and its words.
 * @csspart empty - The words shown when there is nothing.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see the list.
 * @fires {CrmRelatedAddEvent} crm-related-add - The reader wants to add a row; can be cancelled.
 * @fires {CrmRelatedUnlinkEvent} crm-related-unlink - The reader wants to take a row out of a list of links; can be cancelled.
 * @fires {CrmRelatedUnlinkedEvent} crm-related-unlinked - A row was taken out.
 * @fires {CrmRelatedShownEvent} crm-related-shown - Other records are shown than before.
 * @fires {CrmRecordOpenEvent} crm-record-open - The reader wants to open the record of a row.
 */
export class CrmRelatedList extends RecordElement {
  static override styles = [CrmElement.styles, controls, surfaces, more, fieldValueStyles, related, styles];

  /** The list, as the module of the record describes it. */
  @property({ attribute: false }) list: RelatedListDescription | undefined;

  /** The page around it tells when the live link is lost. */
  @property({ type: Boolean }) quiet = false;

  @state() private isAdding = false;
  @state() private linkFailed = false;

  protected readonly peekLinks = new PeekLinks(this);
  readonly #nearness = new Nearness(this);
  readonly #rowMeta = new StoreController<Resource<ModuleMeta>, ModuleStore>(this, () =>
    this.isNeeded() ? wantModule(this.crm, this.list?.module.api_name ?? '') : undefined,
  );
  readonly #rows = new StoreController<Resource<RelatedRows>, RelatedStore>(this, () => {
    const rowMeta = this.#rowMeta.value?.data;
    const { crm, module, recordId, list } = this;
    if (!crm || !list || !rowMeta) return undefined;
    const fields = [rowMeta.nameField, ...this.#columns(rowMeta)].flatMap((field) => field?.api_name ?? []);
    const place = { module, recordId, list: list.api_name, rowModule: rowMeta.apiName, fields };
    return {
      client: crm,
      key: `related/${module}/${recordId}/${list.api_name}`,
      create: (client) => new RelatedStore(client, place),
    };
  });
  readonly #unlinking = new Unlinking(this, () => this.#rows.source);
  #announced = '';

  protected override isNeeded(): boolean {
    return this.#nearness.isNear;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const ids = this.#rows.value?.data?.rows.map(({ id }) => id) ?? [];
    if (!this.list || ids.join() === this.#announced) return;
    this.#announced = ids.join();
    this.dispatchEvent(new CrmRelatedShownEvent(this.list.api_name, this.list.module.api_name, ids));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { list } = this;
    const rowMeta = this.#rowMeta.value?.data;
    if (!list) return nothing;
    const resource: Resource<unknown> | undefined = rowMeta ? this.#rows.value : this.#rowMeta.value;
    const { data } = this.#rows.value ?? {};
    return html`
      <div class="frame">
        <div class="bar" part="bar">
          <h3 class="heading">${list.display_label}</h3>
          <div class="end">${rowMeta ? this.renderAdd(list, rowMeta) : nothing}</div>
        </div>
        ${renderUnlinked(this.words, this.#unlinking.value, () => void this.#unlinking.undo())}
        ${renderResource(resource && this.quiet ? { ...resource, stale: false } : resource, {
          terms: (words) => this.terms(words),
          retry: () => this.#retry(),
          isEmpty: () => data?.rows.length === 0,
          empty: () => html`<p class="nothing muted" part="empty">${this.words.emptyList}</p>`,
          ready: () => (rowMeta && data ? this.renderRows(rowMeta, data) : nothing),
        })}
      </div>
      ${this.isAdding && rowMeta ? this.renderDialog(list, rowMeta) : nothing}
    `;
  }

  protected renderAdd(list: RelatedListDescription, rowMeta: ModuleMeta): TemplateResult | typeof nothing {
    const isAllowed = this.#isLinked(rowMeta) ? this.meta.value?.data?.editable : rowMeta.creatable;
    if (!isAllowed) return nothing;
    return html`<button
      class="button add"
      type="button"
      aria-label=${this.words.addTo(list.display_label)}
      @click=${() => void this.#add(list)}
    >
      ${this.words.add}
    </button>`;
  }

  protected renderRows(rowMeta: ModuleMeta, rows: RelatedRows): TemplateResult {
    const columns = this.#columns(rowMeta);
    const label = this.list?.display_label ?? '';
    return html`
      <div class="scroll" role="region" aria-label=${label} tabindex="0">
        <table part="table">
          <thead>
            <tr>
              <th scope="col">${rowMeta.nameField?.display_label}</th>
              ${columns.map((field) => html`<th scope="col">${field.display_label}</th>`)}
              ${this.#canUnlink(rowMeta) ? html`<td></td>` : nothing}
            </tr>
          </thead>
          <tbody>
            ${repeat(
              rows.rows,
              ({ id }) => id,
              (row) => this.renderRow(rowMeta, columns, row),
            )}
          </tbody>
        </table>
      </div>
      ${renderMore(rows, { terms: this.words, onMore: () => void this.#rows.source?.loadMore() })}
    `;
  }

  protected renderRow(rowMeta: ModuleMeta, columns: FieldDescription[], row: CrmRecord): TemplateResult {
    const target = { module: rowMeta.apiName, id: row.id, name: nameOf(rowMeta, row) };
    return html`<tr part="row">
      <th scope="row">
        <span class="first">
          ${renderOpen(target, this.hrefFor)}<slot name=${`presence-${row.id}`}></slot>
        </span>
      </th>
      ${columns.map(
        (field) => html`<td>${renderFieldValue(field, (row as Values)[field.api_name], this.context)}</td>`,
      )}
      ${this.#canUnlink(rowMeta) ? renderUnlink(this.words, target.name, () => void this.#unlinking.unlink(row.id, target.name)) : nothing}
    </tr>`;
  }

  /** The form of a new row, or the choice of a record to link. */
  protected renderDialog(list: RelatedListDescription, rowMeta: ModuleMeta): TemplateResult {
    const field = linkField(rowMeta, this.module, list.api_name);
    const label = this.words.addTo(list.display_label);
    return html`<dialog part="dialog" aria-label=${label} @close=${() => (this.isAdding = false)}>
      ${
        field
          ? html`<crm-record-form
              module=${rowMeta.apiName}
              .values=${linkedTo(field, this.module, this.#self())}
              .client=${this.client}
              @crm-record-created=${() => this.#added()}
              @crm-record-form-cancelled=${() => this.#added()}
            ></crm-record-form>`
          : html`<div class="linking">
              <crm-record-picker
                module=${rowMeta.apiName}
                label=${label}
                error=${this.linkFailed ? this.editWords.faults.server : ''}
                .client=${this.client}
                @crm-record-picked=${(event: CrmRecordPickedEvent) => void this.#link(event)}
              ></crm-record-picker>
              <button class="button" type="button" @click=${() => this.#added()}>${this.words.cancel}</button>
            </div>`
      }
    </dialog>`;
  }

  /** What tells a row beside its name; the record that all rows belong to tells nothing. */
  #columns(rowMeta: ModuleMeta): FieldDescription[] {
    const back = linkField(rowMeta, this.module, this.list?.api_name ?? '');
    return keyFields(rowMeta)
      .filter(({ api_name: name }) => name !== back?.api_name)
      .slice(0, COLUMNS);
  }

  #canUnlink(rowMeta: ModuleMeta): boolean {
    return this.#isLinked(rowMeta) && this.meta.value?.data?.editable === true;
  }

  /** Whether rows are linked to the record and belong to it in no other way. */
  #isLinked(rowMeta: ModuleMeta): boolean {
    return linkField(rowMeta, this.module, this.list?.api_name ?? '') === undefined;
  }

  #self(): { id: string; name: string } {
    const meta = this.meta.value?.data;
    const record = this.record.value?.data;
    return { id: this.recordId, name: meta && record ? nameOf(meta, record) : '' };
  }

  #retry(): void {
    if (this.#rowMeta.value?.data) this.#rows.source?.refresh();
    else void this.#rowMeta.source?.refresh();
  }

  async #add({ api_name: name, module }: RelatedListDescription): Promise<void> {
    if (!this.dispatchEvent(new CrmRelatedAddEvent(name, module.api_name))) return;
    this.isAdding = true;
    void loadEditing();
    await this.updateComplete;
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  #added(): void {
    this.renderRoot.querySelector('dialog')?.close();
    this.#rows.source?.refresh();
  }

  async #link({ value }: CrmRecordPickedEvent): Promise<void> {
    this.linkFailed = false;
    try {
      if (value) await this.#rows.source?.link(value.id);
      if (value) this.#added();
    } catch {
      this.linkFailed = true;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-related-list': CrmRelatedList;
  }
}
