import { html, type TemplateResult } from 'lit';

interface Leaving {
  terms: { unsaved: string; discard: string; keepEditing: string };
  onDiscard: () => void;
  onKeep: () => void;
}

/** The question before changes are left unsaved. */
export const renderLeaving = ({ terms, onDiscard, onKeep }: Leaving): TemplateResult => html`
  <div class="leaving" role="alertdialog" aria-label=${terms.unsaved}>
    <p>${terms.unsaved}</p>
    <div class="actions">
      <button class="button danger" type="button" @click=${onDiscard}>${terms.discard}</button>
      <button class="button keep" type="button" @click=${onKeep}>${terms.keepEditing}</button>
    </div>
  </div>
`;
