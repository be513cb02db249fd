import { CrmError } from '@crm-elements/core';
import type { CrmElement } from '@crm-elements/core/lit';
import { type Answer, findAll, later, waitUntil } from '@crm-elements/testing';
import { expect } from '@open-wc/testing';

/** Rejects as the API does. */
export const refusal = (kind: 'forbidden' | 'server') => () => Promise.reject(new CrmError(kind, kind, 'no'));

const answers = {
  loading: () => later().promise,
  empty: () => undefined,
  forbidden: refusal('forbidden'),
  error: refusal('server'),
};

/** Each state is drawn, and axe finds nothing in it. @param show shows an element whose list is answered so */
export function itDrawsEachState(
  show: (answer: Answer) => Promise<CrmElement>,
  states: readonly (keyof typeof answers)[] = ['loading', 'empty', 'forbidden', 'error'],
): void {
  for (const name of states) {
    it(name, async () => {
      const element = await show(answers[name]);
      await waitUntil(() => findAll(element, `[part=${name}]`).length === 1);
      await expect(element).to.be.accessible();
    });
  }
}
