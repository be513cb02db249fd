import { assert, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { createCrm, type CrmClient } from '../client.js';
import { Store } from '../stores/store.js';
import { StoreController } from './store-controller.js';
import { waitUntil } from '@crm-elements/testing';

class Probe {
  readonly state = new Store('new');
  isRunning = false;
  start() {
    this.isRunning = true;
    return () => void (this.isRunning = false);
  }
}

class StoreUser extends LitElement {
  @property({ attribute: false }) client: CrmClient | undefined;
  @property() key = 'a';
  readonly held = new StoreController<string, Probe>(
    this,
    () => this.client && { client: this.client, key: this.key, create: () => new Probe() },
  );
  protected override render() {
    return html`${this.held.value ?? 'nothing'}`;
  }
}
customElements.define('store-user', StoreUser);

const crm = () => createCrm({ baseUrl: 'https://crm.test', getToken: () => 'token' });
const show = (client?: CrmClient) => fixture<StoreUser>(html`<store-user .client=${client}></store-user>`);
const text = (user: StoreUser) => user.renderRoot.textContent;

describe('a store controller', () => {
  it('has nothing without a client, and a running store with one', async () => {
    const user = await show();
    assert.equal(text(user), 'nothing');
    user.client = crm();
    await user.updateComplete;
    assert.equal(text(user), 'new');
    assert.equal(user.held.source?.isRunning, true);
  });

  it('draws each change', async () => {
    const user = await show(crm());
    user.held.source?.state.set('changed');
    await user.updateComplete;
    assert.equal(text(user), 'changed');
  });

  it('shares a store by its key', async () => {
    const client = crm();
    const [one, two] = [await show(client), await show(client)];
    assert.equal(one.held.source, two.held.source);
  });

  it('changes to the store of another key and lets the former end', async () => {
    const user = await show(crm());
    const former = user.held.source!;
    user.key = 'b';
    await user.updateComplete;
    assert.notEqual(user.held.source, former);
    await waitUntil(() => !former.isRunning);
    former.state.set('too late');
    await user.updateComplete;
    assert.equal(text(user), 'new');
  });

  it('keeps its store when the element moves', async () => {
    const user = await show(crm());
    const { source } = user.held;
    user.parentElement!.append(document.createElement('p'), user);
    await user.updateComplete;
    assert.equal(user.held.source, source);
    assert.equal(source?.isRunning, true);
  });

  it('lets its store end when the element goes', async () => {
    const user = await show(crm());
    const source = user.held.source!;
    user.remove();
    await waitUntil(() => !source.isRunning);
  });
});
