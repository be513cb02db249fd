import type { PortalSettings } from '@crm-elements/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { draftOf, inputOf, isSame, type ConfigurationDraft } from '../configuration-draft.js';
import { renderConfiguration } from '../fields/render-configuration.js';
import { renderTextField } from '@crm-elements/ui';
import { renderQuestion } from '../render-question.js';
import { SetupElement } from '../setup-element.js';
import './crm-portal-identity.js';

/**
 * How visitors of a portal come into the CRM, who is told of them, the key that proves them, and the portal's own
 * switch.
 *
 * @tagname crm-portal-configuration
 * @csspart form - The form.
 * @cssprop [--crm-accent] - Colour of focus and of the main button.
 */
export class CrmPortalConfiguration extends SetupElement {
  /** The portal, as the store has it. */
  @property({ attribute: false }) portal: PortalSettings | undefined;

  /** What was changed; undefined while nothing is. */
  @state() private draft: ConfigurationDraft | undefined;
  @state() private isSaved = false;
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  /** True when something was changed that is not saved. */
  override get hasChanges(): boolean {
    const { draft, portal } = this;
    return draft !== undefined && portal !== undefined && !isSame(draft, draftOf(portal));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { portal } = this;
    if (!portal) return nothing;
    return html`
      <div class="form">
        ${this.renderForm(this.draft ?? draftOf(portal))}
        <crm-portal-identity class="part" portal-id=${portal.id} .client=${this.client}></crm-portal-identity>
        ${this.renderSwitches(portal)}
      </div>
    `;
  }

  protected renderForm(draft: ConfigurationDraft): TemplateResult {
    const { words, faults } = this;
    const change = (changes: Partial<ConfigurationDraft>) => {
      this.draft = { ...draft, ...changes };
      this.isSaved = false;
    };
    return html`
      <form class="form" part="form" novalidate @submit=${this.#onSubmit}>
        ${renderTextField({
          name: 'name',
          label: words.name,
          value: draft.name,
          maxLength: 100,
          isRequired: true,
          fault: faults.name,
          onChange: (name) => change({ name }),
        })}
        ${renderConfiguration({
          draft,
          words,
          client: this.client,
          faults,
          noUsers: words.configuration.noUsers,
          onChange: change,
        })}
        ${this.renderComplaint()}
        <div class="actions">
          <button class="button primary" type="submit" ?disabled=${!this.hasChanges} aria-busy=${this.isBusy}>
            ${this.isBusy ? words.saving : words.save}
          </button>
          <span class="done" role="status">${this.isSaved ? words.saved : ''}</span>
        </div>
      </form>
    `;
  }

  protected renderSwitches(portal: PortalSettings): TemplateResult {
    const { portalState: terms, cancel } = this.words;
    return html`
      <section class="part" aria-labelledby="state-title">
        <h2 class="heading" id="state-title">${terms.title}</h2>
        <div class="row">
          <p class="hint">${portal.enabled ? terms.disableHint : terms.enableHint}</p>
          <button
            class=${portal.enabled ? 'button danger' : 'button primary'}
            type="button"
            @click=${() =>
              void this.attempt((store) => store.changePortal(portal.id, { enabled: !portal.enabled }))}
          >
            ${portal.enabled ? terms.disable : terms.enable}
          </button>
        </div>
        <div class="row">
          <p class="hint">${terms.dissociateHint}</p>
          <button class="button danger" type="button" @click=${() => this.dialog.showModal()}>
            ${terms.dissociate}
          </button>
        </div>
        ${renderQuestion({
          id: 'dissociate',
          title: terms.dissociateTitle(portal.name),
          body: html`<p>${terms.dissociateText}</p>`,
          cancel,
          confirm: terms.dissociate,
          onConfirm: () => void this.attempt((store) => store.changePortal(portal.id, { associated: false })),
        })}
      </section>
    `;
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#save();
  };

  async #save(): Promise<void> {
    const { draft, portal } = this;
    if (!draft || !portal) return;
    const { required } = this.words.refusals;
    const faults = {
      ...(!draft.name.trim() && { name: required }),
      ...(!draft.assigned_user && { assigned_user_id: required }),
    };
    if (this.refuse(faults)) return;
    const isDone = await this.attempt((store) => store.changePortal(portal.id, inputOf(draft)));
    if (!isDone) return;
    this.isSaved = true;
    // What was typed while it was sent is not saved yet.
    if (this.draft === draft) this.draft = undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-portal-configuration': CrmPortalConfiguration;
  }
}
