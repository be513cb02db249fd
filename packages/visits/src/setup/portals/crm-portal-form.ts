import { html, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { blankDraft, inputOf, splitLines, type ConfigurationDraft } from '../configuration-draft.js';
import { CrmPortalCreatedEvent, CrmPortalFormLeftEvent } from '../events.js';
import { renderConfiguration } from '../fields/render-configuration.js';
import { renderTextArea, renderTextField } from '@crm-elements/ui';
import { renderLeaving } from '../render-question.js';
import { SetupElement } from '../setup-element.js';

/**
 * The form of a new portal: its name, the sites that it stands for, who is told of visitors and as what they come
 * into the CRM. The first portal switches visitor tracking on.
 *
 * @tagname crm-portal-form
 * @csspart form - The form.
 * @cssprop [--crm-accent] - Colour of focus and of the main button.
 * @fires {CrmPortalCreatedEvent} crm-portal-created - The portal is there.
 * @fires {CrmPortalFormLeftEvent} crm-portal-form-left - The reader has left the form.
 */
export class CrmPortalForm extends SetupElement {
  /** Visitor tracking is off: creating the portal switches it on. */
  @property({ type: Boolean }) first = false;

  @state() private draft: ConfigurationDraft = blankDraft;
  @state() private sites = '';
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('#name')?.focus();
  }

  /** True when something was typed that would be lost. */
  override get hasChanges(): boolean {
    return this.draft !== blankDraft || this.sites !== '';
  }

  /** Asks whether what was typed may be lost, and says when the form is left. */
  leave(): void {
    if (this.hasChanges) this.dialog.showModal();
    else this.#tellLeft();
  }

  protected override render(): TemplateResult {
    const { words, draft, faults } = this;
    const change = (changes: Partial<ConfigurationDraft>) => (this.draft = { ...this.draft, ...changes });
    return html`
      <form class="form" part="form" novalidate @submit=${this.#onSubmit}>
        <h2 class="heading">${words.form.title}</h2>
        ${renderTextField({
          name: 'name',
          label: words.name,
          value: draft.name,
          maxLength: 100,
          isRequired: true,
          fault: faults.name,
          onChange: (name) => change({ name }),
        })}
        ${renderTextArea({
          name: 'allowed_origins',
          label: words.form.sites,
          hint: words.form.sitesHint,
          maxLength: 4_000,
          value: this.sites,
          isLtr: true,
          isRequired: true,
          inputMode: 'url',
          fault: faults.allowed_origins,
          onChange: (sites) => (this.sites = sites),
        })}
        ${renderConfiguration({
          draft,
          words,
          client: this.client,
          faults,
          noUsers: words.form.onlyYou,
          onChange: change,
        })}
        ${this.renderComplaint()}
        <div class="actions">
          <button class="button primary" type="submit" aria-busy=${this.isBusy}>
            ${this.first ? words.form.submitEnable : words.form.submit}
          </button>
          <button class="button" type="button" @click=${() => this.leave()}>${words.cancel}</button>
        </div>
      </form>
      ${renderLeaving(words, () => this.#tellLeft())}
    `;
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#save();
  };

  async #save(): Promise<void> {
    const { required } = this.words.refusals;
    const { user_ids: users, ...input } = inputOf(this.draft);
    const sites = splitLines(this.sites);
    const faults = {
      ...(!input.name && { name: required }),
      ...(sites.length === 0 && { allowed_origins: required }),
    };
    if (this.refuse(faults)) return;
    await this.attempt(async (store) => {
      // Nobody named: the server attaches whoever creates it.
      const portal = await store.create({
        ...input,
        ...(users?.length && { user_ids: users }),
        allowed_origins: sites,
      });
      this.dispatchEvent(new CrmPortalCreatedEvent(portal));
    });
  }

  #tellLeft(): void {
    this.dispatchEvent(new CrmPortalFormLeftEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-portal-form': CrmPortalForm;
  }
}
