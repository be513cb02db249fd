import type { PortalSettings, VisitorTracking } from '@crm-elements/contract';
import { renderResource } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { CrmPortalChangedEvent } from '../events.js';
import { styles } from './crm-portal-setup.styles.js';
import './portals/crm-portal-adder.js';
import type { CrmPortalAdder } from './portals/crm-portal-adder.js';
import './portals/crm-portal-form.js';
import './portals/crm-portal-settings.js';
import { renderDeactivation, renderOff } from './render-off.js';
import { renderPortalBar } from './render-portal-bar.js';
import { renderLeaving } from './render-question.js';
import { SetupElement } from './setup-element.js';

/**
 * Sets up the tracking of visitors: switches it on with a first portal, adds portals, and shows the settings of the
 * chosen one; deactivates all, and brings it back.
 *
 * @tagname crm-portal-setup
 * @csspart bar - The choice of the portal and what can be done.
 * @csspart diagnosis - Why no visits come in.
 * @csspart off - What stands there while visitor tracking is off, or no portal is associated.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not set it up.
 * @cssprop [--crm-accent] - Colour of focus and of the main button.
 * @fires {CrmPortalChangedEvent} crm-portal-changed - The reader has chosen a portal.
 */
export class CrmPortalSetup extends SetupElement {
  static override styles = [SetupElement.styles, styles];

  /** Id of the chosen portal; the first one where it is not there. */
  @state() private portalId = '';
  /** The form of a new portal is shown. */
  @state() private isCreating = false;
  /** The portal that is chosen once what was changed may be lost. */
  @state() private wanted = '';
  @query('crm-portal-adder') private readonly adder!: CrmPortalAdder | null;
  @query('#deactivate') private readonly deactivation!: HTMLDialogElement;
  @query('#leave') private readonly leaving!: HTMLDialogElement;

  protected override render(): TemplateResult {
    return html`<div class="frame">
      ${renderResource(this.tracking.value, {
        terms: (words) => this.terms(words),
        retry: () => void this.tracking.source?.refresh(),
        isEmpty: () => false,
        empty: () => nothing,
        ready: (tracking) => this.renderTracking(tracking),
      })}
    </div>`;
  }

  protected renderTracking(tracking: VisitorTracking): TemplateResult {
    const { words } = this;
    if (this.isCreating) return this.renderForm(tracking);
    const portals = tracking.portals.filter(({ associated }) => associated);
    const chosen = portals.find(({ id }) => id === this.portalId) ?? portals[0];
    return html`
      ${
        tracking.enabled && chosen
          ? this.renderPortal(tracking, portals, chosen)
          : renderOff({
              tracking,
              words,
              isBusy: this.isBusy,
              create: () => (this.isCreating = true),
              add: () => this.adder?.open(),
              enable: () => void this.attempt((store) => store.switch(true)),
            })
      }
      ${this.renderComplaint()}
      <crm-portal-adder
        .integration=${tracking}
        .client=${this.client}
        @crm-portal-create=${() => (this.isCreating = true)}
      ></crm-portal-adder>
    `;
  }

  protected renderForm({ enabled }: VisitorTracking): TemplateResult {
    return html`<crm-portal-form
      class="padded"
      ?first=${!enabled}
      .client=${this.client}
      @crm-portal-form-left=${() => (this.isCreating = false)}
      @crm-portal-created=${({ portal }: { portal: PortalSettings }) => {
        this.isCreating = false;
        this.#choose(portal.id);
      }}
    ></crm-portal-form>`;
  }

  protected renderPortal(
    { diagnosis }: VisitorTracking,
    portals: readonly PortalSettings[],
    chosen: PortalSettings,
  ): TemplateResult {
    const { words } = this;
    return html`
      ${renderPortalBar({
        portals,
        chosen,
        words,
        choose: (id) => this.#want(id, chosen),
        add: () => this.adder?.open(),
        deactivate: () => this.deactivation.showModal(),
      })}
      ${
        diagnosis
          ? html`<p class="diagnosis" part="diagnosis" role="note">${words.diagnoses[diagnosis]}</p>`
          : nothing
      }
      ${keyed(
        chosen.id,
        html`<crm-portal-settings .portal=${chosen} .client=${this.client}></crm-portal-settings>`,
      )}
      ${renderDeactivation(words, () => void this.attempt((store) => store.switch(false)))}
      ${renderLeaving(words, () => this.#choose(this.wanted))}
    `;
  }

  #want(id: string, shown: PortalSettings): void {
    if (!this.hasChanges) return this.#choose(id);
    this.wanted = id;
    // The list goes on naming the one that is shown.
    this.portalId = shown.id;
    this.requestUpdate();
    this.leaving.showModal();
  }

  #choose(id: string): void {
    this.portalId = id;
    this.dispatchEvent(new CrmPortalChangedEvent(id));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-portal-setup': CrmPortalSetup;
  }
}
