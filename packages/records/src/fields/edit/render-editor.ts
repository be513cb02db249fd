import { html, noChange, nothing, type TemplateResult } from 'lit';
import { editorKindOf } from './editing.js';
import { describedBy, faultOf, invalid, required, type Editor } from './editor.js';
import { INCOMPLETE } from './read-time.js';
import { renderChoice, renderChoices } from './render-choices.js';
import { renderRecordPicker, renderUserPicker } from './render-pickers.js';

/** The control of a field with what is wrong with it; its label stands beside and is for `id`. */
export function renderEditor(editor: Editor): TemplateResult {
  switch (editorKindOf(editor.field)) {
    case 'record':
      return renderRecordPicker(editor);
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
  const [type, mode] = types[editor.field.data_type] ?? ['text', 'text'];
  const onInput = (event: Event) => editor.onDraft((event.target as HTMLInputElement).value);
  return html`<input
    class="control"
    id=${editor.id}
    type=${type === 'email' ? 'text' : type}
    inputmode=${mode}
    autocomplete="off"
    dir="auto"
    .value=${editor.draft}
    aria-required=${required(editor)}
    aria-invalid=${invalid(editor)}
    aria-describedby=${describedBy(editor)}
    @input=${onInput}
  />`;
}

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

function renderTime(editor: Editor, type: 'date' | 'datetime-local'): TemplateResult {
  const onInput = ({ target }: Event) => {
    const { validity, value } = target as HTMLInputElement;
    editor.onDraft(validity.badInput ? INCOMPLETE : value);
  };
  return html`<input
    class="control"
    id=${editor.id}
    type=${type}
    .value=${editor.draft === INCOMPLETE ? noChange : editor.draft}
    aria-required=${required(editor)}
    aria-invalid=${invalid(editor)}
    aria-describedby=${describedBy(editor)}
    @input=${onInput}
  />`;
}

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
