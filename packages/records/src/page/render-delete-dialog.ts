import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from './i18n/index.js';

interface DeleteDialog {
  name: string;
  state: 'idle' | 'busy' | 'failed';
  terms: Pick<Words, 'cancel' | 'delete' | 'deleteFailed' | 'deleteHint' | 'deleteTitle'>;
  onDelete: () => void;
}

const close = (event: Event) => (event.target as Element).closest('dialog')?.close();

/** The question before a record is deleted; Escape and Cancel leave it as it is. */
export const renderDeleteDialog = ({ name, state, terms, onDelete }: DeleteDialog): TemplateResult => html`
  <dialog class="delete" part="dialog" aria-labelledby="delete-title" aria-describedby="delete-hint">
    <h3 class="heading" id="delete-title">${terms.deleteTitle(name)}</h3>
    <p class="hint" id="delete-hint">${terms.deleteHint}</p>
    ${state === 'failed' ? html`<p class="fault" role="alert">${terms.deleteFailed}</p>` : nothing}
    <div class="actions end">
      <button class="button" type="button" @click=${close}>${terms.cancel}</button>
      <button class="button danger confirm" type="button" aria-busy=${state === 'busy'} @click=${onDelete}>
        ${terms.delete}
      </button>
    </div>
  </dialog>
`;
