import type { EmbedCode, PortalSettings } from '@crm-elements/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { renderTextArea, renderTextField } from '@crm-elements/ui';
import { splitLines } from '../configuration-draft.js';
import { renderIcon } from '../render-icon.js';
import { SetupElement } from '../setup-element.js';
import './crm-portal-code.js';

/**
 * The embed codes of a portal, one for each site, and the form of one more.
 *
 * @tagname crm-portal-codes
 * @csspart codes - The list.
 * @cssprop [--crm-accent] - Colour of focus and of the main button.
 */
export class CrmPortalCodes extends SetupElement {
  /** The portal, as the store has it. */
  @property({ attribute: false }) portal: PortalSettings | undefined;

  /** The code that is being made; undefined while none is. */
  @state() private draft: { name: string; sites: string } | undefined;
  @query('.embed') private readonly embed!: HTMLElement;

  /** True when something was typed that is not saved. */
  override get hasChanges(): boolean {
    const { name = '', sites = '' } = this.draft ?? {};
    return name !== '' || sites !== '' || super.hasChanges;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { portal, words } = this;
    if (!portal) return nothing;
    return html`
      <div class="form">
        <p class="hint">${words.codes.intro}</p>
        <ul class="codes" part="codes">
          ${repeat(
            portal.embed_codes,
            ({ id }) => id,
            (code) => html`<li>${this.renderCode(portal, code)}</li>`,
          )}
        </ul>
        ${this.draft ? this.renderForm(this.draft) : this.renderAdd()}
      </div>
    `;
  }

  protected renderCode(portal: PortalSettings, code: EmbedCode): TemplateResult {
    return html`<crm-portal-code
      portal-id=${portal.id}
      ?last=${portal.embed_codes.length === 1}
      .code=${code}
      .client=${this.client}
    ></crm-portal-code>`;
  }

  protected renderAdd(): TemplateResult {
    const { codes: terms } = this.words;
    return html`<div class="actions">
      <button class="button embed" type="button" @click=${this.#begin}>
        ${renderIcon('add')} ${terms.add}
      </button>
      <span class="hint">${terms.addHint}</span>
    </div>`;
  }

  protected renderForm(draft: { name: string; sites: string }): TemplateResult {
    const { words, faults } = this;
    return html`
      <form class="form part" novalidate @submit=${this.#onSubmit}>
        <h2 class="heading">${words.codes.addTitle}</h2>
        ${renderTextField({
          name: 'name',
          label: words.name,
          value: draft.name,
          maxLength: 100,
          isRequired: true,
          fault: faults.name,
          onChange: (name) => (this.draft = { ...draft, name }),
        })}
        ${renderTextArea({
          name: 'allowed_origins',
          label: words.codes.sites,
          hint: words.codes.sitesHint,
          maxLength: 4_000,
          value: draft.sites,
          isLtr: true,
          inputMode: 'url',
          fault: faults.allowed_origins,
          onChange: (sites) => (this.draft = { ...draft, sites }),
        })}
        ${this.renderComplaint()}
        <div class="actions">
          <button class="button primary" type="submit" aria-busy=${this.isBusy}>${words.codes.create}</button>
          <button class="button" type="button" @click=${() => void this.#end()}>${words.cancel}</button>
        </div>
      </form>
    `;
  }

  readonly #begin = (): void => {
    this.draft = { name: '', sites: '' };
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#name')?.focus());
  };

  async #end(): Promise<void> {
    this.draft = undefined;
    this.refuse({});
    await this.updateComplete;
    this.embed.focus();
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#save();
  };

  async #save(): Promise<void> {
    const { draft, portal } = this;
    if (!draft || !portal) return;
    const name = draft.name.trim();
    if (this.refuse(name ? {} : { name: this.words.refusals.required })) return;
    const input = { name, allowed_origins: splitLines(draft.sites) };
    if (await this.attempt((store) => store.addCode(portal.id, input))) await this.#end();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-portal-codes': CrmPortalCodes;
  }
}
