import type { CrmRecord } from '@crm-elements/contract';
import {
  Announcer,
  CrmElement,
  formatBytes,
  formatRelative,
  renderResource,
  StoreController,
} from '@crm-elements/core/lit';
import { controls, more, renderMore, surfaces, type CrmFilesPickedEvent } from '@crm-elements/ui';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { loadEditing } from '../load-editing.js';
import { RecordElement } from '../page/record-element.js';
import { Nearness } from '../page/related/nearness.js';
import type { RelatedRows } from '../page/related/related-store.js';
import { renderDeleteDialog } from '../page/render-delete-dialog.js';
import { faultOf, type Upload, type Uploads } from './attachments-state.js';
import { wantAttachments, type AttachmentsState, type AttachmentsStore } from './attachments-store.js';
import { styles } from './crm-attachments.styles.js';
import {
  CrmAttachmentAddedEvent,
  CrmAttachmentAddEvent,
  CrmAttachmentDeletedEvent,
  CrmAttachmentDeleteEvent,
} from './events.js';
import { words, type Words } from './i18n/index.js';
import { renderBin, renderPaper } from './render-icons.js';
import { renderUpload } from './render-upload.js';
import { saveFile } from './save-file.js';

/** Below what the server takes, 20 MiB, so that the limit that is told holds in either way of counting. */
const MAX_BYTES = 20_000_000;

/**
 * The files of a record: listed, downloaded, deleted, and attached by choosing, dropping or pasting several at once, each
 * with its progress. What is on its way goes on when the reader looks at something else.
 *
 * @tagname crm-attachments
 * @csspart bar - The line with the heading.
 * @csspart add - Where files are chosen or dropped.
 * @csspart upload - A file on its way, or one that was not taken.
 * @csspart row - An attachment.
 * @csspart dialog - The question before an attachment is deleted.
 * @csspart more - The button that loads more, and its words.
 * @csspart empty - The words shown when there is nothing.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see the files.
 * @fires {CrmAttachmentAddEvent} crm-attachment-add - The reader wants to attach files; can be cancelled.
 * @fires {CrmAttachmentAddedEvent} crm-attachment-added - A file was attached.
 * @fires {CrmAttachmentDeleteEvent} crm-attachment-delete - The reader wants to delete a file; can be cancelled.
 * @fires {CrmAttachmentDeletedEvent} crm-attachment-deleted - A file was deleted.
 */
export class CrmAttachments extends RecordElement {
  static override dictionaries = [...RecordElement.dictionaries, words];
  static override styles = [CrmElement.styles, controls, surfaces, more, styles];

  /** The page around it tells when the live link is lost. */
  @property({ type: Boolean }) quiet = false;

  /** Heading; the reader's own word for attachments when empty. */
  @property() label = '';

  @state() private asked: { id: string; name: string } = { id: '', name: '' };
  @state() private deletion: 'idle' | 'busy' | 'failed' = 'idle';
  @state() private downloads: ReadonlyMap<string, 'busy' | 'failed'> = new Map();

  readonly #announcer = new Announcer(this);
  readonly #nearness = new Nearness(this);
  readonly #files = new StoreController<AttachmentsState, AttachmentsStore>(this, () =>
    this.isNeeded() ? wantAttachments(this.crm, this.module, this.recordId) : undefined,
  );
  #told: Uploads = [];

  protected override isNeeded(): boolean {
    return this.#nearness.isNear;
  }

  protected override firstUpdated(changed: PropertyValues<this>): void {
    super.firstUpdated(changed);
    void loadEditing();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const uploads = this.#files.value?.uploads ?? [];
    if (uploads === this.#told) return;
    const before = new Map(this.#told.map(({ key, status }) => [key, status]));
    this.#told = uploads;
    for (const upload of uploads) if (before.get(upload.key) === 'sending') this.#tell(upload);
  }

  protected override render(): TemplateResult {
    const { rows, uploads = [] } = this.#files.value ?? {};
    const { annotatable = false, editable } = this.meta.value?.data ?? {};
    // Of a module whose records nobody edits, every record that is seen takes files.
    const isEditable = annotatable && (!editable || this.record.value?.data?.$editable === true);
    return html`
      <section class="frame" aria-labelledby="heading">
        <div class="bar" part="bar">
          <h3 class="heading" id="heading">${this.label || this.fileWords.heading}</h3>
        </div>
        ${isEditable ? this.renderAdd() : nothing}
        ${uploads.length > 0 ? this.renderUploads(uploads) : nothing}
        ${renderResource(rows && this.quiet ? { ...rows, stale: false } : rows, {
          terms: (dictionary) => this.terms(dictionary),
          retry: () => this.#files.source?.refresh(),
          isEmpty: (data) => data.rows.length === 0,
          empty: () =>
            uploads.length > 0
              ? nothing
              : html`<p class="nothing muted" part="empty">${this.fileWords.empty}</p>`,
          ready: (data) => this.renderRows(data),
        })}
        <div class="visually-hidden" role="status">${this.#announcer.text}</div>
      </section>
      ${renderDeleteDialog({
        name: this.asked.name,
        state: this.deletion,
        terms: { ...this.words, deleteHint: this.fileWords.deleteHint },
        onDelete: () => void this.#delete(),
      })}
    `;
  }

  protected renderAdd(): TemplateResult {
    return html`<div class="add" part="add">
      <crm-file-picker
        label=${this.fileWords.add}
        label-hidden
        multiple
        max-bytes=${MAX_BYTES}
        @crm-files-picked=${({ files }: CrmFilesPickedEvent) => this.#add(files)}
      ></crm-file-picker>
    </div>`;
  }

  protected renderUploads(uploads: Uploads): TemplateResult {
    const drawn = {
      terms: this.fileWords,
      formats: this.formats,
      onRetry: (key: string) => this.#leave(() => this.#files.source?.retry(key)),
      onCancel: (key: string) => this.#leave(() => this.#files.source?.cancel(key)),
    };
    return html`<ul aria-label=${this.fileWords.uploads}>
      ${repeat(
        uploads,
        ({ key }) => key,
        (upload) => renderUpload(upload, drawn),
      )}
    </ul>`;
  }

  protected renderRows(files: RelatedRows): TemplateResult {
    return html`
      <ul aria-labelledby="heading">
        ${repeat(
          files.rows,
          ({ id }) => id,
          (row) => this.renderRow(row),
        )}
      </ul>
      ${renderMore(files, { terms: this.words, onMore: () => void this.#files.source?.loadMore() })}
    `;
  }

  protected renderRow(row: CrmRecord): TemplateResult {
    const { id, File_Name: given } = row;
    const { fileWords: terms } = this;
    const name = typeof given === 'string' && given ? given : terms.unnamed;
    const download = this.downloads.get(id);
    return html`<li class="row" part="row">
      <span class="icon">${renderPaper()}</span>
      <div class="about">
        <button
          class="name"
          type="button"
          aria-label=${terms.download(name)}
          aria-busy=${download === 'busy'}
          @click=${() => void this.#download(id, name)}
        >
          <bdi>${name}</bdi>
        </button>
        <span class="facts">${download === 'busy' ? terms.downloading : this.#facts(row)}</span>
        ${
          download === 'failed'
            ? html`<p class="fault" role="alert">${terms.downloadFailed(name)}</p>`
            : nothing
        }
      </div>
      ${
        row.$editable === true
          ? html`<button
              class="icon-button danger"
              type="button"
              aria-label=${terms.deleteFile(name)}
              title=${terms.deleteFile(name)}
              @click=${() => this.#ask(id, name)}
            >
              ${renderBin()}
            </button>`
          : nothing
      }
    </li>`;
  }

  protected get fileWords(): Words {
    return this.terms(words);
  }

  #facts({ Size: size, Created_By: by, Created_Time: time }: CrmRecord): string {
    const who = (by as { name?: string } | null)?.name ?? '';
    const when = typeof time === 'string' ? formatRelative(this.formats, time) : '';
    return [formatBytes(this.formats, Number(size ?? 0)), who, when].filter(Boolean).join(' · ');
  }

  #tell({ status, file, error, attachmentId }: Upload): void {
    const { fileWords: terms } = this;
    if (status === 'sent' && attachmentId) {
      this.dispatchEvent(new CrmAttachmentAddedEvent(attachmentId, file.name));
      this.#announcer.say(() => terms.attached(file.name));
    }
    if (error) this.#announcer.say(() => `${file.name}: ${terms.faults[faultOf(error)]}`);
  }

  #add(files: readonly File[]): void {
    if (this.dispatchEvent(new CrmAttachmentAddEvent(files))) this.#files.source?.add(files);
  }

  /** What had the focus goes away; the place to go on is where files are chosen. */
  #leave(act: () => void): void {
    act();
    this.renderRoot.querySelector<HTMLElement>('crm-file-picker')?.focus();
  }

  async #download(id: string, name: string): Promise<void> {
    const note = (value?: 'busy' | 'failed') => {
      const others = [...this.downloads].filter(([other]) => other !== id);
      this.downloads = new Map(value ? [...others, [id, value]] : others);
    };
    if (this.downloads.get(id) === 'busy') return;
    note('busy');
    try {
      const content = await this.#files.source?.download(id);
      if (content) saveFile(content, name);
      note();
    } catch {
      note('failed');
    }
  }

  #ask(id: string, name: string): void {
    this.asked = { id, name };
    this.deletion = 'idle';
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  async #delete(): Promise<void> {
    const { id, name } = this.asked;
    if (this.deletion === 'busy' || !this.dispatchEvent(new CrmAttachmentDeleteEvent(id))) return;
    this.deletion = 'busy';
    try {
      await this.#files.source?.remove(id);
      this.deletion = 'idle';
      this.#leave(() => this.renderRoot.querySelector('dialog')?.close());
      this.#announcer.say(() => this.fileWords.deleted(name));
      this.dispatchEvent(new CrmAttachmentDeletedEvent(id));
    } catch {
      this.deletion = 'failed';
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-attachments': CrmAttachments;
  }
}
