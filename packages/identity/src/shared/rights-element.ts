import type { ReadStore, Resource } from '@crm-elements/core';
import { CrmElement, StoreController } from '@crm-elements/core/lit';
import { controls, more, surfaces } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { words, type Words } from '../i18n/index.js';
import { listStyles } from './list.styles.js';
import { createRightsStore, rightsKey, type Right, type Rights } from './rights-store.js';

/** An element for administrators: it knows who looks at it and what they may do. */
export abstract class RightsElement extends CrmElement {
  static override styles = [CrmElement.styles, controls, surfaces, more, listStyles];
  static override dictionaries = [...CrmElement.dictionaries, words];

  readonly #rights = new StoreController<Resource<Rights>, ReadStore<Rights>>(
    this,
    () => this.crm && { client: this.crm, key: rightsKey, create: createRightsStore },
  );

  protected get words(): Words {
    return this.terms(words);
  }

  protected get rights(): Rights | undefined {
    return this.#rights.value?.data;
  }

  /** False as long as it is not known: nothing is offered that might be refused. */
  protected may(right: Right): boolean {
    return this.rights?.may(right) ?? false;
  }

  /** Says why nothing can be changed. */
  protected renderReadOnly(right: Right): TemplateResult | typeof nothing {
    return this.rights && !this.may(right)
      ? html`<p class="note" part="note">${this.words.readOnly(this.words.permissions[right])}</p>`
      : nothing;
  }

  /** What was changed elsewhere about the one who looks is known from now on. */
  protected refreshRights(): void {
    void this.#rights.source?.refresh();
  }
}
