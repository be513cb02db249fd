import { html, type TemplateResult } from 'lit';
import type { SetupWords } from './i18n/index.js';

interface Question {
  id: string;
  title: string;
  body: TemplateResult;
  cancel: string;
  confirm: string;
  onConfirm: () => void;
}

/** A question before something is lost; the browser closes it by either button and by Escape. */
export const renderQuestion = ({
  id,
  title,
  body,
  cancel,
  confirm,
  onConfirm,
}: Question): TemplateResult => html`
  <dialog
    id=${id}
    aria-labelledby="${id}-title"
    aria-describedby="${id}-text"
    @close=${({ target }: Event) => {
      const dialog = target as HTMLDialogElement;
      if (dialog.returnValue === 'confirm') onConfirm();
      dialog.returnValue = '';
    }}
  >
    <form class="question" method="dialog">
      <h2 class="heading" id="${id}-title">${title}</h2>
      <div class="text" id="${id}-text">${body}</div>
      <div class="actions end">
        <button class="button" value="cancel">${cancel}</button>
        <button class="button danger" value="confirm">${confirm}</button>
      </div>
    </form>
  </dialog>
`;

/** Asks before what was typed is left behind. */
export const renderLeaving = (
  { leave: { title, text, stay, leave } }: SetupWords,
  onConfirm: () => void,
): TemplateResult =>
  renderQuestion({
    id: 'leave',
    title,
    body: html`<p>${text}</p>`,
    cancel: stay,
    confirm: leave,
    onConfirm,
  });
