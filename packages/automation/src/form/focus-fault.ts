import type { CrmElement } from '@crm-elements/core/lit';
import type { Faults } from '../draft/faults.js';
import { faultAt } from '../draft/faults.js';

/** Puts the focus on the first part, as it is read, that has a fault. */
export async function focusFault(form: CrmElement, faults: Faults): Promise<void> {
  await form.updateComplete;
  const parts = [...form.renderRoot.querySelectorAll<HTMLElement>('[data-path]')];
  const first = parts.find((part) => faultAt(faults, part.dataset.path ?? ''));
  const control = first?.querySelector<HTMLElement>('input, select, textarea, button') ?? first;
  control?.focus();
}
