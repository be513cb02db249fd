import { toCrmError } from '@crm-elements/core';
import { CrmElement, renderResource } from '@crm-elements/core/lit';
import { controls, more, renderMore, surfaces } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { styles } from './crm-notes.styles.js';
import { blank, NEW, noteFault, type NoteForm } from './note-forms.js';
import { NotesElement } from './notes-element.js';
import type { Note, NotesState } from './notes-state.js';
import { nameNote, renderNote } from './render-note.js';
import { renderNoteForm } from './render-note-form.js';

/**
 * Notes of a record, newest first: live, written, changed and deleted at once. What is typed stays on this device until it
 * is saved.
 *
 * @tagname crm-notes
 * @csspart bar - The line with the heading.
 * @csspart form - The form of a new note, and of each note that is being changed.
 * @csspart notes - The notes.
 * @csspart note - A note.
 * @csspart dialog - The question before a note is deleted.
 * @csspart more - The button that loads more, and its words.
 * @csspart empty - The words shown when there is nothing.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see the notes.
 */
export class CrmNotes extends NotesElement {
  static override styles = [CrmElement.styles, controls, surfaces, more, styles];

  @state() private deleting: Note | undefined;
  /** The note that could not be deleted, and why. */
  @state() private kept: { id: string; why: string } | undefined;

  protected override render(): TemplateResult {
    const { words: terms, resource } = this;
    return html`
      <div class="frame">
        <div class="bar" part="bar">
          <h3 class="heading" tabindex="-1">${this.label || terms.notes}</h3>
        </div>
        ${resource?.data ? this.renderForms(resource.data) : nothing}
        ${renderResource(resource, {
          terms: (words) => this.terms(words),
          retry: () => this.notes?.refresh(),
          isEmpty: ({ rows }) => rows.length === 0,
          empty: () => this.renderEmpty(),
          ready: (data) => this.renderNotes(data),
        })}
        <div class="visually-hidden" role="status">${this.announcer.text}</div>
      </div>
      ${this.deleting ? this.renderDialog(this.deleting) : nothing}
    `;
  }

  /** The form of a new note, and those of notes that are there no more. */
  protected renderForms({ rows: notes, next }: NotesState): TemplateResult | typeof nothing {
    if (!this.isWritable) return nothing;
    const { words: terms, openForms } = this;
    const isLost = (id: string) => id !== NEW && next === null && !notes.some((note) => note.id === id);
    return html`
      ${this.renderForm(NEW, openForms[NEW] ?? blank, terms.newNote)}
      ${Object.entries(openForms).map(([id, form]) =>
        isLost(id) ? this.renderForm(id, form, terms.note, terms.lost) : nothing,
      )}
    `;
  }

  /** @param hint said where nothing worse is to be said */
  protected renderForm(id: string, form: NoteForm, label: string, hint = ''): TemplateResult {
    return renderNoteForm({
      id,
      form,
      label,
      terms: this.words,
      fault: this.describe(form) || hint,
      onType: (change) => this.forms?.type(id, change),
      onSave: () => void this.#save(id),
      onCancel: () => void this.#cancel(id),
    });
  }

  protected renderEmpty(): TemplateResult {
    const { words: terms } = this;
    return html`<p class="nothing muted" part="empty">
      ${terms.empty} ${this.isWritable ? terms.emptyHint : nothing}
    </p>`;
  }

  protected renderNotes(notes: NotesState): TemplateResult {
    return html`
      <ol class="notes" part="notes">
        ${repeat(
          notes.rows,
          ({ id }) => id,
          (note) =>
            html`<li class="note" part="note" ?data-unsent=${note.unsent}>${this.renderNote(note)}</li>`,
        )}
      </ol>
      ${renderMore(notes, { terms: this.words, onMore: () => void this.notes?.loadMore() })}
    `;
  }

  /** A note, or the form in which it is being changed. */
  protected renderNote(note: Note): TemplateResult {
    const { words: terms, formats, kept } = this;
    const { id } = note;
    const form = this.isWritable ? this.openForms[id] : undefined;
    if (form) return this.renderForm(id, form, terms.editOf(nameNote(note)));
    return renderNote({
      note,
      terms,
      formats,
      editable: this.isWritable,
      fault: kept?.id === id ? terms.notDeleted(kept.why) : '',
      onEdit: () => void this.#edit(note),
      onDelete: () => void this.#ask(note),
    });
  }

  /** The question before a note is deleted; Escape and Cancel leave it as it is. */
  protected renderDialog(note: Note): TemplateResult {
    const { words: terms } = this;
    return html`<dialog
      part="dialog"
      aria-labelledby="delete-title"
      aria-describedby="delete-hint"
      @close=${() => (this.deleting = undefined)}
    >
      <h3 class="heading" id="delete-title">${terms.deleteTitle}</h3>
      <p class="hint" id="delete-hint">${nameNote(note)} · ${terms.deleteHint}</p>
      <div class="actions">
        <button class="button keep" type="button" @click=${() => this.#dialog?.close()}>
          ${terms.cancel}
        </button>
        <button class="button danger confirm" type="button" @click=${() => void this.#delete(note)}>
          ${terms.delete}
        </button>
      </div>
    </dialog>`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  async #save(id: string): Promise<void> {
    const { notes, forms, words: terms } = this;
    if (!notes || !forms) return;
    const isKnown = this.resource?.data?.rows.some((note) => note.id === id) === true;
    const saved = await forms.send(id, (text) => (isKnown ? notes.change(id, text) : notes.add(text)));
    if (!saved) return this.#focus(`[data-form="${id}"] textarea`);
    this.announcer.say(() => (isKnown ? terms.changed : terms.added));
    if (isKnown) await this.#focus(`[data-edit="${id}"]`);
    else await this.#focus(`[data-form="${NEW}"] textarea`);
  }

  async #edit(note: Note): Promise<void> {
    const { id, title, content } = note;
    this.forms?.open(id, { title, content });
    await this.#focus(`[data-form="${id}"] textarea`);
  }

  async #cancel(id: string): Promise<void> {
    this.forms?.close(id);
    await this.#focus(id === NEW ? `[data-form="${NEW}"] textarea` : `[data-edit="${id}"]`);
  }

  async #ask(note: Note): Promise<void> {
    this.kept = undefined;
    this.deleting = note;
    await this.updateComplete;
    this.#dialog?.showModal();
  }

  async #delete({ id }: Note): Promise<void> {
    const { notes, words: terms } = this;
    this.#dialog?.close();
    const removed = notes?.remove(id);
    // The button that was pressed goes with its note.
    await this.#focus('.heading');
    try {
      await removed;
      this.announcer.say(() => terms.deleted);
    } catch (error) {
      const { code } = noteFault(toCrmError(error));
      const why =
        code === 'forbidden' ? terms.whyForbidden : code === 'offline' ? terms.whyOffline : terms.whyServer;
      this.kept = { id, why };
    }
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-notes': CrmNotes;
  }
}
