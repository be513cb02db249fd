import type { PortalSettings, VisitorTracking } from '@crm-elements/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { CrmPortalCreateEvent } from '../events.js';
import { SetupElement } from '../setup-element.js';
import { styles } from './crm-portal-adder.styles.js';

/**
 * The dialog that associates a portal which exists already, or leads to the form of a new one. Where a limit is
 * reached it says which.
 *
 * @tagname crm-portal-adder
 * @csspart dialog - The dialog.
 * @cssprop [--crm-accent] - Colour of focus and of the main button.
 * @fires {CrmPortalCreateEvent} crm-portal-create - The reader wants to create a portal.
 */
export class CrmPortalAdder extends SetupElement {
  static override styles = [SetupElement.styles, styles];

  /** The integration, as the store has it. */
  @property({ attribute: false }) integration: VisitorTracking | undefined;

  @query('dialog') private readonly dialog!: HTMLDialogElement;

  /** Shows the dialog. */
  open(): void {
    this.refuse({});
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    const { integration, words } = this;
    return html`<dialog part="dialog" aria-labelledby="title">
      ${
        integration
          ? html`<div class="form">
              <h2 class="heading" id="title">${words.portals.addTitle}</h2>
              ${this.renderAvailable(integration)} ${this.renderComplaint()} ${this.renderCreate(integration)}
            </div>`
          : nothing
      }
    </dialog>`;
  }

  protected renderAvailable({ portals, limits }: VisitorTracking): TemplateResult {
    const { portals: terms } = this.words;
    const free = portals.filter(({ associated }) => !associated);
    const count = portals.length - free.length;
    const isFull = count >= limits.per_organization;
    return html`
      <section class="form" aria-labelledby="available">
        <div>
          <h3 class="heading" id="available">${terms.available}</h3>
          <p class="hint">
            ${terms.associated(this.formats.number(count), this.formats.number(limits.per_organization))}
          </p>
        </div>
        ${free.length === 0 ? html`<p class="hint">${terms.noneAvailable}</p>` : nothing}
        <ul class="free">
          ${free.map((portal) => this.renderPortal(portal, isFull))}
        </ul>
        ${
          isFull && free.length > 0
            ? html`<p class="limit" role="note">${terms.refusals.organization_limit}</p>`
            : nothing
        }
      </section>
    `;
  }

  protected renderPortal({ id, name, created_by: by }: PortalSettings, isFull: boolean): TemplateResult {
    const { portals: terms } = this.words;
    return html`<li class="row">
      <div>
        <bdi class="name">${name}</bdi>
        ${by ? html`<div class="hint">${terms.by(by.name)}</div>` : nothing}
      </div>
      <button
        class="button"
        type="button"
        ?disabled=${isFull}
        aria-label=${terms.associateName(name)}
        @click=${() => void this.#associate(id)}
      >
        ${terms.associate}
      </button>
    </li>`;
  }

  protected renderCreate({ refusal }: VisitorTracking): TemplateResult {
    const { portals: terms, close } = this.words;
    return html`
      <section class="part">
        ${refusal ? html`<p class="limit" role="note">${terms.refusals[refusal]}</p>` : nothing}
        <div class="actions end">
          <button class="button" type="button" @click=${() => this.dialog.close()}>${close}</button>
          ${
            refusal
              ? nothing
              : html`<button class="button primary" type="button" @click=${this.#create}>
                  ${terms.create}
                </button>`
          }
        </div>
      </section>
    `;
  }

  readonly #create = (): void => {
    this.dialog.close();
    this.dispatchEvent(new CrmPortalCreateEvent());
  };

  async #associate(id: string): Promise<void> {
    const isDone = await this.attempt(async (store) => {
      await store.changePortal(id, { associated: true });
      if (!this.integration?.enabled) await store.switch(true);
    });
    if (isDone) this.dialog.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-portal-adder': CrmPortalAdder;
  }
}
