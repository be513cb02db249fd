import { html, nothing, type TemplateResult } from 'lit';

interface Dialog {
  title: string;
  /** What the button says that does it. */
  label: string;
  cancel: string;
  /** What is done cannot be taken back easily. */
  isDangerous?: boolean;
  content: unknown;
  /** A button that stands apart from the two. */
  aside?: TemplateResult;
  /** Called when it is to be done; the dialog stays open where the event is cancelled. */
  onSubmit: (event: Event) => void;
  onClose: () => void;
}

const close = (event: Event) => (event.target as Element).closest('dialog')?.close();

/** A question above the list; Escape and Cancel leave everything as it is. */
export const renderDialog = (dialog: Dialog): TemplateResult => html`
  <dialog part="dialog" aria-labelledby="title" @close=${dialog.onClose}>
    <form method="dialog" novalidate @submit=${dialog.onSubmit}>
      <h2 id="title">${dialog.title}</h2>
      ${dialog.content}
      <div class="actions">
        ${dialog.aside ?? nothing}
        <button class="button" type="button" @click=${close}>${dialog.cancel}</button>
        <button
          class=${dialog.isDangerous ? 'button danger run' : 'button primary run'}
          type="submit"
          data-action="run"
        >
          ${dialog.label}
        </button>
      </div>
    </form>
  </dialog>
`;
