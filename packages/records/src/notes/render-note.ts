import { formatRelative, type Formats } from '@crm-elements/core/lit';
import { renderAvatar } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from './i18n/index.js';
import type { Note } from './notes-state.js';

interface NoteView {
  note: Note;
  terms: Words;
  formats: Formats;
  /** Whether the reader may change it. */
  editable: boolean;
  /** Why it could not be deleted, in words. */
  fault: string;
  onEdit: () => void;
  onDelete: () => void;
}

/** Longest part of a note that names it, in characters. */
const NAME = 40;

/** What a note is called where it is only named. */
export const nameNote = ({ title, content }: Note): string => {
  const name = title || content.replace(/\s+/g, ' ');
  return name.length > NAME ? `${name.slice(0, NAME).trimEnd()}…` : name;
};

/** A note as it is read. */
export function renderNote(view: NoteView): TemplateResult {
  const { note, terms, formats, fault } = view;
  const { title, content, createdAt, modifiedAt } = note;
  const author = note.author ?? terms.you;
  return html`
    ${renderAvatar(author)}
    <div class="body">
      <div class="facts">
        <span class="author" dir="auto">${author}</span>
        <time class="muted" datetime=${createdAt} title=${formats.dateTime(createdAt)}
          >${formatRelative(formats, createdAt)}</time
        >
        ${
          modifiedAt > createdAt
            ? html`<time class="muted edited" datetime=${modifiedAt} title=${formats.dateTime(modifiedAt)}
                >${terms.edited}</time
              >`
            : nothing
        }
        <span class="buttons">${renderEnd(view)}</span>
      </div>
      ${title === '' ? nothing : html`<h4 class="title" dir="auto">${title}</h4>`}
      <p class="content" dir="auto">${content}</p>
      ${fault === '' ? nothing : html`<p class="fault" role="alert">${fault}</p>`}
    </div>
  `;
}

/** What can be done with a note; while it is on its way, that. */
function renderEnd({ note, terms, editable, onEdit, onDelete }: NoteView): TemplateResult | typeof nothing {
  if (note.unsent) return html`<span class="muted">${terms.saving}</span>`;
  if (!editable) return nothing;
  const name = nameNote(note);
  return html`
    <button
      class="button quiet edit"
      type="button"
      data-edit=${note.id}
      aria-label=${terms.editOf(name)}
      @click=${onEdit}
    >
      ${terms.edit}
    </button>
    <button class="button quiet delete" type="button" aria-label=${terms.deleteOf(name)} @click=${onDelete}>
      ${terms.delete}
    </button>
  `;
}
