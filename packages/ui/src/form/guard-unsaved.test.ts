import { assert, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { guardUnsaved } from './guard-unsaved.js';

class GuardedElement extends LitElement {
  hasChanges = false;

  constructor() {
    super();
    guardUnsaved(this, () => this.hasChanges);
  }

  change(hasChanges: boolean): void {
    this.hasChanges = hasChanges;
    this.requestUpdate();
  }
}
customElements.define('guarded-element', GuardedElement);

const isAsked = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));

describe('guardUnsaved', () => {
  it('asks before the page is closed only while something is not saved', async () => {
    const element = await fixture<GuardedElement>(html`<guarded-element></guarded-element>`);
    assert.equal(isAsked(), false);
    element.change(true);
    await element.updateComplete;
    assert.equal(isAsked(), true);
    element.change(false);
    assert.equal(isAsked(), false);
  });

  it('asks for nobody who has gone, also when an update comes later, and again for who is back', async () => {
    const element = await fixture<GuardedElement>(html`<guarded-element></guarded-element>`);
    const place = element.parentElement;
    element.change(true);
    element.remove();
    await element.updateComplete;
    assert.equal(isAsked(), false);
    place?.append(element);
    assert.equal(isAsked(), true);
    element.remove();
  });
});
