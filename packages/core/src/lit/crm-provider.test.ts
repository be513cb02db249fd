import { assert, expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { CrmElement } from './crm-element.js';
import { CrmProvider } from './crm-provider.js';
import './define.js';
import { waitUntil } from '@crm-elements/testing';

class ClientUser extends CrmElement {
  get used() {
    return this.crm;
  }
}
customElements.define('client-user', ClientUser);

const getToken = () => 'token';
const show = async (template: ReturnType<typeof html>) => {
  const page = await fixture(html`<div>${template}</div>`);
  const provider = page.querySelector('crm-provider')!;
  await provider.updateComplete;
  return { page, provider, user: page.querySelector<ClientUser>('client-user')! };
};
const provided = () =>
  show(
    html`<crm-provider base-url="https://crm.test" .getToken=${getToken}
      ><client-user></client-user
    ></crm-provider>`,
  );

describe('<crm-provider>', () => {
  it('gives the elements below it one client', async () => {
    const { provider, user } = await provided();
    assert.equal(user.used, provider.client);
    assert.equal(user.used?.baseUrl, 'https://crm.test');
  });

  it('has none until there is a way to a token', async () => {
    const { provider, user } = await show(html`<crm-provider><client-user></client-user></crm-provider>`);
    expect(user.used).to.be.undefined;
    provider.getToken = getToken;
    await waitUntil(() => user.used !== undefined);
    assert.equal(user.used?.baseUrl, location.origin);
  });

  it('keeps what a person has not sent yet on the device, apart from that of others', async () => {
    const keep = async (person: string, value?: string) => {
      const { provider } = await show(
        html`<crm-provider base-url="https://crm.test" person=${person} token="t"></crm-provider>`,
      );
      const storage = await provider.client!.storage;
      if (value !== undefined) await storage.writeSnapshot('draft', value);
      return storage.readSnapshot('draft');
    };
    assert.equal(await keep('ada', 'half a word'), 'half a word');
    assert.equal(await keep('ada'), 'half a word');
    assert.equal(await keep('grace'), undefined);
  });

  it('takes the nearest of two', async () => {
    const { page } = await show(html`
      <crm-provider token="a" base-url="https://outer.test">
        <crm-provider token="b" base-url="https://inner.test"><client-user></client-user></crm-provider>
      </crm-provider>
    `);
    await waitUntil(
      () => page.querySelector<ClientUser>('client-user')?.used?.baseUrl === 'https://inner.test',
    );
  });

  it('leaves an element that has a client of its own alone', async () => {
    const { user, provider } = await provided();
    const own = { ...provider.client! };
    user.client = own;
    assert.equal(user.used, own);
  });

  it('serves elements that were there before it was defined, and a token that was set before', async () => {
    const page = await fixture<HTMLElement>(
      html`<div>
        <late-provider><client-user></client-user></late-provider>
      </div>`,
    );
    const provider = page.querySelector<CrmProvider>('late-provider')!;
    provider.getToken = getToken;
    const user = page.querySelector<ClientUser>('client-user')!;
    expect(user.used).to.be.undefined;
    customElements.define('late-provider', class extends CrmProvider {});
    await waitUntil(() => user.used !== undefined);
    assert.equal(user.used, provider.client);
  });

  it('serves elements that are defined after it', async () => {
    const { page, provider } = await show(
      html`<crm-provider .getToken=${getToken}><late-user></late-user></crm-provider>`,
    );
    customElements.define('late-user', class extends ClientUser {});
    assert.equal(page.querySelector<ClientUser>('late-user')?.used, provider.client);
  });

  it('keeps its client when it moves in the page', async () => {
    const { page, provider, user } = await provided();
    const { client } = provider;
    let closed = 0;
    client!.stores.use('probe', () => ({ start: () => () => closed++ }));
    page.append(document.createElement('p'), provider);
    await provider.updateComplete;
    assert.equal(provider.client, client);
    assert.equal(user.used, client);
    assert.equal(closed, 0);
  });

  it('closes its client when it leaves the page, and has another when it comes back', async () => {
    const { page, provider, user } = await provided();
    const { client } = provider;
    let closed = 0;
    client!.stores.use('probe', () => ({ start: () => () => closed++ }));
    provider.remove();
    await waitUntil(() => closed === 1);
    expect(provider.client).to.be.undefined;
    page.append(provider);
    await waitUntil(() => user.used !== undefined);
    assert.notEqual(user.used, client);
  });

  it('makes another client for another token or backend', async () => {
    const { provider, user } = await show(
      html`<crm-provider token="a"><client-user></client-user></crm-provider>`,
    );
    const first = user.used;
    provider.token = 'b';
    await provider.updateComplete;
    const second = user.used;
    assert.notEqual(second, first);
    provider.baseUrl = 'https://other.test';
    await provider.updateComplete;
    assert.notEqual(user.used, second);
    assert.equal(user.used?.baseUrl, 'https://other.test');
  });

  it('reaches elements inside the shadow roots of a host application', async () => {
    customElements.define(
      'host-part',
      class extends LitElement {
        protected override render() {
          return html`<client-user></client-user>`;
        }
      },
    );
    const { page, provider } = await show(
      html`<crm-provider token="a"><host-part></host-part></crm-provider>`,
    );
    const part = page.querySelector<LitElement>('host-part')!;
    await part.updateComplete;
    assert.equal(part.renderRoot.querySelector<ClientUser>('client-user')?.used, provider.client);
  });
});
