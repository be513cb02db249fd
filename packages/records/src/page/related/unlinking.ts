import type { RelatedListDescription } from '@crm-elements/contract';
import type { ReactiveController, ReactiveElement } from 'lit';
import { CrmRelatedUnlinkedEvent, CrmRelatedUnlinkEvent } from '../events.js';
import type { RelatedStore } from './related-store.js';

/** A row that was taken out of a list of links, or could not be. */
export interface Unlinked {
  id: string;
  name: string;
  isFailed: boolean;
}

interface Host extends ReactiveElement {
  list: RelatedListDescription | undefined;
  recordId: string;
}

/** Takes rows out of a list of links, and brings the last one back. */
export class Unlinking implements ReactiveController {
  value: Unlinked | undefined;
  #recordId = '';

  constructor(
    private readonly host: Host,
    private readonly store: () => RelatedStore | undefined,
  ) {
    host.addController(this);
  }

  /** What was taken out of the list of another record is not told here. */
  hostUpdate(): void {
    if (this.#recordId === this.host.recordId) return;
    this.#recordId = this.host.recordId;
    this.value = undefined;
  }

  async unlink(id: string, name: string): Promise<void> {
    const { list } = this.host;
    const about = [list?.api_name ?? '', list?.module.api_name ?? '', id] as const;
    if (!this.host.dispatchEvent(new CrmRelatedUnlinkEvent(...about))) return;
    try {
      await this.store()?.unlink(id);
      await this.#show({ id, name, isFailed: false }, '.undo');
      this.host.dispatchEvent(new CrmRelatedUnlinkedEvent(...about));
    } catch {
      await this.#show({ id, name, isFailed: true });
    }
  }

  async undo(): Promise<void> {
    const { value } = this;
    if (!value) return;
    try {
      await this.store()?.link(value.id);
      await this.#show(undefined, '.add');
    } catch {
      await this.#show({ ...value, isFailed: true });
    }
  }

  /** @param focus what has the focus then: the button that was pressed is gone */
  async #show(value: Unlinked | undefined, focus?: string): Promise<void> {
    this.value = value;
    this.host.requestUpdate();
    await this.host.updateComplete;
    if (focus) this.host.renderRoot.querySelector<HTMLElement>(focus)?.focus();
  }
}
