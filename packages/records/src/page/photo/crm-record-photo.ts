import { CrmElement, StoreController } from '@crm-elements/core/lit';
import { controls, renderAvatar, surfaces } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Values } from '../../record/record-state.js';
import { CrmRecordSavedEvent, CrmRecordSaveEvent } from '../events.js';
import { nameOf } from '../key-fields.js';
import { RecordElement } from '../record-element.js';
import { renderPencil } from '../render-icons.js';
import { styles } from './crm-record-photo.styles.js';
import { drawPhoto } from './draw-photo.js';
import { judgePhoto, PhotoStore, photoTypes, savePhoto } from './photo-store.js';

/** The field that names the picture; modules without pictures have none. */
const FIELD = 'Record_Image';

/**
 * The picture of a record, or its initials; whoever may edit the record changes it in a dialog.
 *
 * @tagname crm-record-photo
 * @csspart photo - The picture, or the initials.
 * @csspart edit - The button that opens the dialog.
 * @csspart dialog - The dialog.
 * @csspart fault - The words for what is wrong.
 * @fires {CrmRecordSaveEvent} crm-record-save - The reader wants to change or remove the picture; can be cancelled.
 * @fires {CrmRecordSavedEvent} crm-record-saved - The picture was changed or removed.
 */
export class CrmRecordPhoto extends RecordElement {
  static override styles = [CrmElement.styles, controls, surfaces, styles];

  /** Whether the reader may change it. */
  @property({ type: Boolean }) editable = false;

  @state() private isBusy = false;
  @state() private fault: 'photoKind' | 'photoTooLarge' | 'photoFailed' | undefined;

  readonly #photo = new StoreController<ImageBitmap | undefined, PhotoStore>(this, () => {
    const { crm, module, recordId: id, imageId } = this;
    if (!crm || typeof imageId !== 'string') return undefined;
    const key = `photo/${module}/${id}/${imageId}`;
    return { client: crm, key, create: (client) => new PhotoStore(client, { module, id }) };
  });

  protected override updated(): void {
    const picture = this.#photo.value;
    if (picture) for (const canvas of this.renderRoot.querySelectorAll('canvas')) drawPhoto(canvas, picture);
  }

  protected override render(): TemplateResult {
    if (!this.editable || this.imageId === undefined) return this.renderPhoto();
    const label = this.words.photoOf(this.#name);
    return html`<div class="small">
        ${this.renderPhoto()}
        <button
          class="face"
          type="button"
          part="edit"
          aria-label=${label}
          title=${this.words.changePhoto}
          @click=${() => this.#open()}
        >
          <span class="badge">${renderPencil()}</span>
        </button>
      </div>
      ${this.renderDialog(label)}`;
  }

  protected renderPhoto(): TemplateResult {
    return this.#photo.value
      ? html`<canvas class="picture" part="photo" width="256" height="256" aria-hidden="true"></canvas>`
      : html`<span part="photo">${renderAvatar(this.#name)}</span>`;
  }

  protected renderDialog(label: string): TemplateResult {
    const { words: terms } = this;
    const fault = this.fault && terms[this.fault];
    return html`<dialog part="dialog" aria-labelledby="title">
      <h3 class="heading" id="title">${label}</h3>
      <div class="large">${this.renderPhoto()}</div>
      <label class="hint" for="file">${terms.photoHint}</label>
      <input
        id="file"
        type="file"
        accept=${photoTypes.join()}
        aria-describedby=${fault ? 'fault' : nothing}
        ?disabled=${this.isBusy}
        @change=${this.#onFile}
      />
      ${fault ? html`<p class="fault" id="fault" part="fault" role="alert">${fault}</p>` : nothing}
      <div class="actions">
        <span class="muted" role="status">${this.isBusy ? terms.saving : nothing}</span>
        ${
          this.imageId
            ? html`<button class="button danger remove" type="button" @click=${() => void this.#save(null)}>
                ${terms.removePhoto}
              </button>`
            : nothing
        }
        <button class="button close" type="button" @click=${() => this.#dialog?.close()}>
          ${terms.close}
        </button>
      </div>
    </dialog>`;
  }

  /** Names the picture; null where there is none yet, undefined where records have none. */
  protected get imageId(): unknown {
    return (this.record.value?.data as Values | undefined)?.[FIELD];
  }

  get #name(): string {
    const meta = this.meta.value?.data;
    const record = this.record.value?.data;
    return meta && record ? nameOf(meta, record) : '';
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  #open(): void {
    this.fault = undefined;
    this.#dialog?.showModal();
  }

  readonly #onFile = ({ target }: Event) => {
    const input = target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (!file) return;
    this.fault = judgePhoto(file);
    if (!this.fault) void this.#save(file).then(() => (input.value = ''));
  };

  async #save(file: File | null): Promise<void> {
    const { crm, module, recordId: id } = this;
    const values = { [FIELD]: file };
    if (!crm || this.isBusy || !this.dispatchEvent(new CrmRecordSaveEvent(module, id, values))) return;
    this.isBusy = true;
    this.fault = undefined;
    try {
      await savePhoto(crm, { module, id }, file);
      this.record.source?.refresh();
      this.#dialog?.close();
      this.dispatchEvent(new CrmRecordSavedEvent(module, id, values));
    } catch {
      this.fault = 'photoFailed';
    } finally {
      this.isBusy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-record-photo': CrmRecordPhoto;
  }
}
