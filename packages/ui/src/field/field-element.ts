import { CrmElement } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { words, type Words } from '../i18n/index.js';

/** What the elements that stand in a form share: label, error, being disabled or required. */
export abstract class FieldElement extends CrmElement {
  static override dictionaries = [...CrmElement.dictionaries, words];

  /** Names the field. */
  @property() label = '';

  /** The label is told to assistive technology only. */
  @property({ type: Boolean, attribute: 'label-hidden' }) labelHidden = false;

  @property({ type: Boolean, reflect: true }) disabled = false;

  @property({ type: Boolean }) required = false;

  /** What is wrong with the value, shown at the field. */
  @property() error = '';

  protected get words(): Words {
    return this.terms(words);
  }

  /** Id of what describes the control. */
  protected get describedBy(): string | typeof nothing {
    return this.error ? 'fault' : nothing;
  }

  /** @param control holds a control with the id `control` */
  protected renderField(control: TemplateResult): TemplateResult {
    return html`
      <div class="field" part="field">
        ${this.labelHidden || !this.label ? nothing : this.renderLabel()} ${control}
        ${this.error ? html`<p class="fault" id="fault" part="fault">${this.error}</p>` : nothing}
      </div>
    `;
  }

  protected renderLabel(): TemplateResult {
    return html`<label class=${this.required ? 'required' : ''} for="control" part="label"
      >${this.label}</label
    >`;
  }
}
