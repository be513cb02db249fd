import type { ReadStore, Resource } from '@crm-elements/core';
import { CrmElement, StoreController } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { styles } from './crm-module-tab.styles.js';
import { createTabStore } from './tab-store.js';

/**
 * Stands around the way to a module in a host's navigation, which is gone where the reader's profile does not show the
 * tab of the module.
 *
 * @tagname crm-module-tab
 * @slot - The host's own link.
 */
export class CrmModuleTab extends CrmElement {
  static override styles = [CrmElement.styles, styles];

  /** API name of the module. */
  @property() module = '';

  readonly #isShown = new StoreController<Resource<boolean>, ReadStore<boolean>>(this, () => {
    const { crm, module } = this;
    return crm && module
      ? { client: crm, key: `module-tab/${module}`, create: (client) => createTabStore(client, module) }
      : undefined;
  });

  /** Until the answer has come the link stays: most readers have it, and nothing is to move under their pointer. */
  protected override render(): TemplateResult | typeof nothing {
    return this.#isShown.value?.data === false ? nothing : html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-module-tab': CrmModuleTab;
  }
}
