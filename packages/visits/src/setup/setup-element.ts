import type { VisitorTracking } from '@crm-elements/contract';
import type { Resource } from '@crm-elements/core';
import { CrmElement, StoreController } from '@crm-elements/core/lit';
import { controls, guardUnsaved, surfaces } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { setupWords, type SetupWords } from './i18n/index.js';
import { explain, type Refusal } from './refusal.js';
import { setupStyles } from './setup.styles.js';
import { TrackingStore } from './tracking-store.js';

/** What is wrong, by the name of the field. */
export type Faults = Readonly<Record<string, string>>;

const noFaults: Faults = {};

/** A part of the set-up: it writes through the store, and says a refusal at the field. */
export abstract class SetupElement extends CrmElement {
  static override styles = [CrmElement.styles, controls, surfaces, setupStyles];
  static override dictionaries = [...CrmElement.dictionaries, setupWords];

  @state() protected faults: Faults = noFaults;
  /** Why the whole was refused. */
  @state() protected complaint = '';
  @state() protected isBusy = false;

  protected readonly tracking = new StoreController<Resource<VisitorTracking>, TrackingStore>(
    this,
    () =>
      this.crm && {
        client: this.crm,
        key: 'visitor-tracking',
        create: (client) => new TrackingStore(client),
      },
  );

  constructor() {
    super();
    guardUnsaved(this, () => this.hasChanges);
  }

  /** True when something was changed, here or in a part of it, that is not saved: the page is not left unasked. */
  get hasChanges(): boolean {
    const parts = this.renderRoot.querySelectorAll<HTMLElement & { hasChanges?: boolean }>('*');
    return [...parts].some((part) => part.hasChanges);
  }

  protected get words(): SetupWords {
    return this.terms(setupWords);
  }

  /** Does what is asked for, once at a time; a refusal is shown. @returns whether it was done */
  protected async attempt(work: (store: TrackingStore) => Promise<unknown>): Promise<boolean> {
    const store = this.tracking.source;
    if (this.isBusy || !store) return false;
    this.isBusy = true;
    this.refuse(noFaults);
    try {
      await work(store);
      return true;
    } catch (error) {
      const { field, text } = this.explain(error);
      const isShown = field !== undefined && this.renderRoot.querySelector(`[name=${field}]`) !== null;
      if (isShown) this.refuse({ [field]: text });
      else this.complaint = text;
      return false;
    } finally {
      this.isBusy = false;
    }
  }

  /** Why something was refused, in words. */
  protected explain(thrown: unknown): Refusal {
    return explain(thrown, this.words.refusals);
  }

  /** Says what is wrong; the focus goes to the first of it. @returns whether anything is */
  protected refuse(faults: Faults): boolean {
    this.faults = faults;
    this.complaint = '';
    if (Object.keys(faults).length === 0) return false;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid=true], .refused')?.focus(),
    );
    return true;
  }

  protected renderComplaint(): TemplateResult | typeof nothing {
    return this.complaint ? html`<p class="complaint" role="alert">${this.complaint}</p>` : nothing;
  }
}
