import type { Portal } from '@crm-elements/contract';
import type { Resource } from '@crm-elements/core';
import { CrmElement, StoreController } from '@crm-elements/core/lit';
import type { nothing, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { CrmPortalChangedEvent } from '../events.js';
import { words, type Words } from '../i18n/index.js';
import { PortalsStore } from './portals-store.js';
import { renderPortalFilter } from './render-portal-filter.js';

/** What the lists have in common: the filter by portal, VIS-109. */
export abstract class PortalElement extends CrmElement {
  static override dictionaries = [...CrmElement.dictionaries, words];

  /** Id of the portal to show; all when empty. */
  @property({ attribute: 'portal-id' }) portalId = '';

  readonly #portals = new StoreController<Resource<readonly Portal[]>, PortalsStore>(
    this,
    () => this.crm && { client: this.crm, key: 'portals', create: (client) => new PortalsStore(client) },
  );

  protected get words(): Words {
    return this.terms(words);
  }

  protected renderPortalFilter(): TemplateResult | typeof nothing {
    return renderPortalFilter({
      portals: this.#portals.value?.data,
      selected: this.portalId,
      terms: this.words,
      onSelect: (portalId) => this.#select(portalId),
    });
  }

  #select(portalId: string): void {
    this.portalId = portalId;
    this.dispatchEvent(new CrmPortalChangedEvent(portalId));
  }
}
