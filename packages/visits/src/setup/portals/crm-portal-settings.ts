import type { PortalSettings } from '@crm-elements/contract';
import { failed, loading, ready, toCrmError, type Resource } from '@crm-elements/core';
import { renderResource } from '@crm-elements/core/lit';
import { renderTabs, tabs } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import '../codes/crm-portal-codes.js';
import '../rules/crm-routing-rules.js';
import '../rules/crm-trigger-rules.js';
import { SetupElement } from '../setup-element.js';
import './crm-portal-configuration.js';
import { styles } from './crm-portal-settings.styles.js';

const sections = ['codes', 'configuration', 'routing', 'triggers', 'fields'] as const;
type Section = (typeof sections)[number];

/**
 * The settings of one portal as tabs. A tab that was opened stays as it is while another one is shown, so that
 * nothing typed there is lost.
 *
 * @tagname crm-portal-settings
 * @csspart tabs - The tabs.
 * @csspart panel - What the chosen tab shows.
 * @csspart loading - While a tab is not there yet.
 * @csspart error - The words about a tab that could not be loaded.
 * @cssprop [--crm-accent] - Colour of focus and of the chosen tab.
 */
export class CrmPortalSettings extends SetupElement {
  static override styles = [SetupElement.styles, tabs, styles];

  /** The portal, as the store has it. */
  @property({ attribute: false }) portal: PortalSettings | undefined;

  @state() private chosen: Section = 'codes';
  /** Whether the elements of the fields of visits are there. */
  @state() private fields: Resource<true> = loading;
  readonly #opened = new Set<Section>(['codes']);

  protected override render(): TemplateResult | typeof nothing {
    const { portal, words } = this;
    if (!portal) return nothing;
    return html`
      ${renderTabs({
        label: words.sections.label,
        tabs: sections.map((name) => [name, words.sections[name]]),
        chosen: this.chosen,
        choose: (name) => {
          this.#opened.add(name);
          this.chosen = name;
          if (name === 'fields') void this.#loadFields();
        },
      })}
      ${sections.map((name) =>
        this.#opened.has(name)
          ? html`<div
              class="panel"
              part="panel"
              role="tabpanel"
              id="panel-${name}"
              aria-labelledby="tab-${name}"
              ?hidden=${name !== this.chosen}
            >
              ${this.renderSection(name, portal)}
            </div>`
          : nothing,
      )}
    `;
  }

  protected renderSection(name: Section, portal: PortalSettings): TemplateResult {
    switch (name) {
      case 'codes':
        return html`<crm-portal-codes .portal=${portal} .client=${this.client}></crm-portal-codes>`;
      case 'configuration':
        return html`<crm-portal-configuration
          .portal=${portal}
          .client=${this.client}
        ></crm-portal-configuration>`;
      case 'routing':
        return html`<crm-routing-rules portal-id=${portal.id} .client=${this.client}></crm-routing-rules>`;
      case 'triggers':
        return html`<crm-trigger-rules portal-id=${portal.id} .client=${this.client}></crm-trigger-rules>`;
      case 'fields':
        return html`${renderResource(this.fields, {
          terms: (words) => this.terms(words),
          retry: () => void this.#loadFields(),
          isEmpty: () => false,
          empty: () => nothing,
          ready: () => html`<crm-visit-fields .client=${this.client}></crm-visit-fields>`,
        })}`;
    }
  }

  /** Fields of visits are seldom set up: their elements come when they are asked for. */
  async #loadFields(): Promise<void> {
    if (this.fields.data) return;
    this.fields = loading;
    try {
      await import('../visit-fields/define-visit-fields.js');
      this.fields = ready(true);
    } catch (error) {
      this.fields = failed<true>(toCrmError(error), undefined);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-portal-settings': CrmPortalSettings;
  }
}
