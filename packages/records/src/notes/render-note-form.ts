import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { blank, isTyped, NEW, TITLE_LIMIT, type NoteForm } from './note-forms.js';
import type { NoteText } from './notes-state.js';
import type { Words } from './i18n/index.js';

interface Form {
  /** Id of its note. */
  id: string;
  form: NoteForm;
  terms: Words;
  /** What the form is called. */
  label: string;
  /** What was refused, in words. */
  fault: string;
  onType: (change: Partial<NoteText>) => void;
  onSave: () => void;
  onCancel: () => void;
}

const valueOf = (event: Event) => (event.target as HTMLInputElement | HTMLTextAreaElement).value;

/** Title and text of a note with its buttons. What is on its way stands in the list, so the new note's form is clear. */
export function renderNoteForm({
  id,
  form,
  terms,
  label,
  fault,
  onType,
  onSave,
  onCancel,
}: Form): TemplateResult {
  const isNew = id === NEW;
  const { title, content } = isNew && form.sending ? blank.text : form.text;
  const onSubmit = (event: Event) => {
    event.preventDefault();
    onSave();
  };
  const onKeydown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) onSubmit(event);
  };
  return html`<form
    class="form"
    part="form"
    data-form=${id}
    aria-label=${label}
    aria-busy=${form.sending}
    @submit=${onSubmit}
    @keydown=${onKeydown}
  >
    <input
      class="title-input"
      type="text"
      dir="auto"
      autocomplete="off"
      maxlength=${TITLE_LIMIT}
      aria-label=${terms.title}
      placeholder=${terms.title}
      ?readonly=${form.sending}
      .value=${live(title)}
      @input=${(event: Event) => onType({ title: valueOf(event) })}
    />
    <textarea
      rows="3"
      dir="auto"
      aria-label=${terms.note}
      placeholder=${terms.note}
      aria-required="true"
      aria-invalid=${fault !== ''}
      aria-describedby=${fault === '' ? nothing : `fault-${id}`}
      ?readonly=${form.sending}
      .value=${live(content)}
      @input=${(event: Event) => onType({ content: valueOf(event) })}
    ></textarea>
    ${fault === '' ? nothing : html`<p class="fault" id=${`fault-${id}`} role="alert">${fault}</p>`}
    <div class="actions">
      <button class="button primary" type="submit" aria-disabled=${form.sending}>
        ${form.sending ? terms.saving : isNew ? terms.add : terms.save}
      </button>
      ${
        isNew && !isTyped(form)
          ? nothing
          : html`<button
              class="button quiet cancel"
              type="button"
              ?disabled=${form.sending}
              @click=${onCancel}
            >
              ${isNew ? terms.discard : terms.cancel}
            </button>`
      }
      <span class="hint shortcut">${terms.shortcut}</span>
    </div>
  </form>`;
}
