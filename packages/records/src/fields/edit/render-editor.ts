import { html, noChange, nothing, type TemplateResult } from 'lit';
import type { Draft } from './draft.js';
import { editorKindOf } from './editing.js';
import { describedBy, faultOf, invalid, required, type Editor } from './editor.js';
import { INCOMPLETE } from './read-time.js';
import { renderChoice, renderChoices } from './render-choices.js';
import { renderAnyRecordPicker, renderRecordPicker, renderUserPicker } from './render-pickers.js';

/** The control of a field with what is wrong with it; its label stands beside and is for `id`. */
export function renderEditor(editor: Editor): TemplateResult {
  switch (editorKindOf(editor.field)) {
    case 'record':
      return renderRecordPicker(editor);
    case 'anyRecord':
      return renderAnyRecordPicker(editor);
    case 'user':
      return renderUserPicker(editor);
    case 'choice':
      return withFault(editor, renderChoice(editor));
    case 'choices':
      return withFault(editor, renderChoices(editor));
    case 'check':
      return withFault(editor, renderCheck(editor));
    case 'lines':
      return withFault(editor, renderLines(editor));
    case 'day':
      return withFault(editor, renderTime(editor, 'date'));
    case 'time':
      return withFault(editor, renderTime(editor, 'datetime-local'));
    default:
      return withFault(editor, renderLine(editor));
  }
}

function withFault(editor: Editor, control: TemplateResult): TemplateResult {
  const fault = faultOf(editor);
  return html`${control}${fault ? html`<p class="fault" id="${editor.id}-fault" part="fault">${fault}</p>` : nothing}`;
}

const types: Record<string, readonly [type: string, inputMode: string]> = {
  email: ['email', 'email'],
  phone: ['tel', 'tel'],
  website: ['text', 'url'],
  integer: ['text', 'numeric'],
  bigint: ['text', 'numeric'],
  double: ['text', 'decimal'],
  currency: ['text', 'decimal'],
  percent: ['text', 'decimal'],
};

/** Checked by us, not by the browser: its bubbles speak the browser's language. */
function renderLine(editor: Editor): TemplateResult {
  const [type, inputMode] = types[editor.field.data_type] ?? ['text', 'text'];
  return renderInput(editor, {
    type: type === 'email' ? 'text' : type,
    inputMode,
    value: editor.draft,
    read: ({ value }) => value,
  });
}

interface Input {
  type: string;
  inputMode?: string;
  value: unknown;
  read: (input: HTMLInputElement) => Draft;
}

/** One line of a form. What is typed by a picker of the browser has no direction of its own. */
const renderInput = (editor: Editor, { type, inputMode, value, read }: Input): TemplateResult =>
  html`<input
    class="control"
    id=${editor.id}
    type=${type}
    inputmode=${inputMode ?? nothing}
    autocomplete=${inputMode ? 'off' : nothing}
    dir=${inputMode ? 'auto' : nothing}
    .value=${value}
    aria-required=${required(editor)}
    aria-invalid=${invalid(editor)}
    aria-describedby=${describedBy(editor)}
    @input=${(event: Event) => editor.onDraft(read(event.target as HTMLInputElement))}
  />`;

function renderLines(editor: Editor): TemplateResult {
  const onInput = (event: Event) => editor.onDraft((event.target as HTMLTextAreaElement).value);
  return html`<textarea
    class="control"
    id=${editor.id}
    rows="4"
    dir="auto"
    .value=${editor.draft}
    aria-required=${required(editor)}
    aria-invalid=${invalid(editor)}
    aria-describedby=${describedBy(editor)}
    @input=${onInput}
  ></textarea>`;
}

const renderTime = (editor: Editor, type: 'date' | 'datetime-local'): TemplateResult =>
  renderInput(editor, {
    type,
    value: editor.draft === INCOMPLETE ? noChange : editor.draft,
    read: ({ validity, value }) => (validity.badInput ? INCOMPLETE : value),
  });

function renderCheck(editor: Editor): TemplateResult {
  const onChange = (event: Event) => editor.onDraft((event.target as HTMLInputElement).checked);
  return html`<input
    class="control"
    id=${editor.id}
    type="checkbox"
    .checked=${editor.draft === true}
    aria-describedby=${describedBy(editor)}
    @change=${onChange}
  />`;
}
