import { html, type TemplateResult } from 'lit';

interface Dialog {
  title: string;
  text: string;
  cancel: string;
  confirm: string;
  onConfirm: () => void;
}

/** A question before something is lost; the browser closes it by either button and by Escape. */
export const renderDialog = ({ title, text, cancel, confirm, onConfirm }: Dialog): TemplateResult => html`
  <dialog
    aria-labelledby="dialog-title"
    aria-describedby="dialog-text"
    @close=${({ target }: Event) => {
      const dialog = target as HTMLDialogElement;
      if (dialog.returnValue === 'confirm') onConfirm();
      dialog.returnValue = '';
    }}
  >
    <form method="dialog">
      <h2 class="heading" id="dialog-title">${title}</h2>
      <p id="dialog-text">${text}</p>
      <div class="actions">
        <button class="button" value="cancel">${cancel}</button>
        <button class="button danger" value="confirm">${confirm}</button>
      </div>
    </form>
  </dialog>
`;
