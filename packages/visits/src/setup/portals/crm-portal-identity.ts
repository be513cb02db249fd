import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { renderCode } from '../fields/render-code.js';
import { CopyElement } from '../copy-element.js';

const example = `// Node.js, on your server
const hash = createHmac('sha256', key).update(email.trim().toLowerCase()).digest('hex');

// In the page
crm('identify', { email, hash });`;

/**
 * The key by which a site proves who its visitors are: shown when it is asked for, with how to use it.
 *
 * @tagname crm-portal-identity
 * @cssprop [--crm-accent] - Colour of focus.
 */
export class CrmPortalIdentity extends CopyElement {
  /** Id of the portal. */
  @property({ attribute: 'portal-id' }) portalId = '';

  @state() private key: string | undefined;

  protected override render(): TemplateResult {
    const { identity: terms } = this.words;
    return html`
      <section class="form" aria-labelledby="identity-title">
        <div class="row">
          <div>
            <h2 class="heading" id="identity-title">${terms.title}</h2>
            <p class="hint">${terms.hint}</p>
          </div>
          <button
            class="button"
            type="button"
            aria-expanded=${this.key !== undefined}
            aria-busy=${this.isBusy}
            @click=${this.#toggle}
          >
            ${this.key === undefined ? terms.show : terms.hide}
          </button>
        </div>
        ${this.renderComplaint()} ${this.key === undefined ? nothing : this.renderKey(this.key)}
      </section>
    `;
  }

  protected renderKey(key: string): TemplateResult {
    const { identity: terms } = this.words;
    return html`
      <div class="row">${renderCode(key, terms.key)} ${this.renderCopy(key)}</div>
      <p class="hint">${terms.secret}</p>
      <p>${terms.use}</p>
      ${renderCode(example, terms.use)}
      <p class="hint">${terms.jwt}</p>
    `;
  }

  readonly #toggle = (): void => {
    if (this.key === undefined)
      void this.attempt(async (store) => (this.key = await store.readIdentityKey(this.portalId)));
    else this.key = undefined;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-portal-identity': CrmPortalIdentity;
  }
}
