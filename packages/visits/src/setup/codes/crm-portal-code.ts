import type { EmbedCode } from '@crm-elements/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { splitLines } from '../configuration-draft.js';
import { CopyElement } from '../copy-element.js';
import { renderCheck } from '../fields/render-choice.js';
import { renderCode } from '../fields/render-code.js';
import { renderTextArea } from '@crm-elements/ui';
import { renderQuestion } from '../render-question.js';
import { styles } from './crm-portal-code.styles.js';
import './crm-code-sender.js';
import type { CrmCodeSender } from './crm-code-sender.js';

/**
 * One embed code: the script tag to copy or to send to the webmaster, whether the site has a chat icon, and the
 * sites that may use it.
 *
 * @tagname crm-portal-code
 * @csspart card - The code with its settings.
 * @cssprop [--crm-accent] - Colour of focus and of the main button.
 */
export class CrmPortalCode extends CopyElement {
  static override styles = [CopyElement.styles, styles];

  /** Id of its portal. */
  @property({ attribute: 'portal-id' }) portalId = '';
  /** The code, as the store has it. */
  @property({ attribute: false }) code: EmbedCode | undefined;
  /** The last code of a portal stays. */
  @property({ type: Boolean }) last = false;

  /** The sites, one a line, and the code of SalesIQ; undefined while nothing was changed. */
  @state() private sites: string | undefined;
  @state() private former: string | undefined;
  @query('#remove') private readonly removal!: HTMLDialogElement;
  @query('crm-code-sender') private readonly sender!: CrmCodeSender;

  /** True when something was changed and is not saved. */
  override get hasChanges(): boolean {
    const { code, sites, former } = this;
    const isOther = sites !== undefined && splitLines(sites).join() !== code?.allowed_origins.join();
    return isOther || (former !== undefined && former.trim() !== (code?.former_code ?? ''));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { code, words } = this;
    if (!code) return nothing;
    return html`
      <section class="card" part="card" aria-labelledby="title">
        <div class="row">
          <h2 class="heading" id="title"><bdi>${code.name}</bdi></h2>
          ${this.last ? nothing : this.renderRemove(code)}
        </div>
        ${renderCode(code.code, words.codes.code(code.name))}
        <div class="actions">
          ${this.renderCopy(code.code)}
          <button class="button" type="button" @click=${() => void this.sender.open()}>
            ${words.codes.send}
          </button>
        </div>
        ${renderCheck({
          name: 'show_chat_icon',
          label: words.codes.showIcon,
          hint: words.codes.showIconHint,
          checked: code.show_chat_icon,
          onChange: (isShown) => void this.attempt((store) => store.showIcon(this.portalId, code, isShown)),
        })}
        ${this.renderSettings(code)} ${this.renderComplaint()}
        <crm-code-sender
          portal-id=${this.portalId}
          code-id=${code.id}
          .client=${this.client}
        ></crm-code-sender>
      </section>
    `;
  }

  protected renderSettings(code: EmbedCode): TemplateResult {
    const { words, faults } = this;
    const { sites = code.allowed_origins.join('\n') } = this;
    return html`
      <form class="settings" novalidate @submit=${this.#onSubmit}>
        ${renderTextArea({
          name: 'allowed_origins',
          label: words.codes.sites,
          hint: `${words.codes.sitesHint} ${words.codes.loopback}`,
          maxLength: 4_000,
          value: sites,
          isLtr: true,
          inputMode: 'url',
          fault: faults.allowed_origins ?? (splitLines(sites).length === 0 ? words.codes.noSites : undefined),
          onChange: (text) => (this.sites = text),
        })}
        ${this.renderFormer(code)}
        ${
          this.hasChanges
            ? html`<div class="actions">
                <button class="button primary" type="submit" aria-busy=${this.isBusy}>${words.save}</button>
                <button class="button" type="button" @click=${() => (this.sites = this.former = undefined)}>
                  ${words.cancel}
                </button>
              </div>`
            : nothing
        }
      </form>
    `;
  }

  protected renderFormer({ former_code: known }: EmbedCode): TemplateResult {
    const { words, faults } = this;
    const { former = known ?? '' } = this;
    return html`
      <details ?open=${known !== null}>
        <summary>${words.codes.migration}</summary>
        ${renderTextArea({
          name: 'former_code',
          label: words.codes.former,
          hint: words.codes.formerHint,
          maxLength: 4_096,
          value: former,
          isLtr: true,
          fault: faults.former_code,
          onChange: (text) => (this.former = text),
        })}
      </details>
    `;
  }

  protected renderRemove(code: EmbedCode): TemplateResult {
    const { codes: terms, cancel } = this.words;
    return html`
      <button class="button quiet" type="button" @click=${() => this.removal.showModal()}>
        ${terms.remove}
      </button>
      ${renderQuestion({
        id: 'remove',
        title: terms.removeTitle(code.name),
        body: html`<p>${terms.removeText}</p>`,
        cancel,
        confirm: terms.remove,
        onConfirm: () => void this.attempt((store) => store.removeCode(this.portalId, code.id)),
      })}
    `;
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#save();
  };

  async #save(): Promise<void> {
    const { sites, former, code } = this;
    if (!this.hasChanges || !code) return;
    const changes = {
      ...(sites !== undefined && { allowed_origins: splitLines(sites) }),
      ...(former !== undefined && { former_code: former.trim() || null }),
    };
    const isDone = await this.attempt((store) => store.changeCode(this.portalId, code.id, changes));
    if (!isDone) return;
    if (this.sites === sites) this.sites = undefined;
    if (this.former === former) this.former = undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-portal-code': CrmPortalCode;
  }
}
