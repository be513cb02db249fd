import type { CrmClient } from '@crm-elements/core';

interface Provider extends HTMLElement {
  baseUrl: string;
  getToken: () => Promise<string>;
  readonly client?: CrmClient;
}

interface Prepared {
  getToken: () => Promise<string>;
  /** What an element needs to have something to show. */
  attributes: Record<string, Record<string, string>>;
}

/** Runs in the page: loads the elements and finds what they can show. */
export async function prepare(bundles: string[]): Promise<void> {
  await Promise.all(bundles.map((name) => import(`/cdn/elements/${name}`)));
  let token: Promise<string> | undefined;
  const getToken = () =>
    (token ??= fetch('/examples/crm/session', { method: 'POST' })
      .then((response) => response.json() as Promise<{ token: string }>)
      .then((answer) => answer.token));
  const headers = { authorization: `Zoho-oauthtoken ${await getToken()}` };
  const response = await fetch('/crm/v8/Visits?fields=id&per_page=1', { headers });
  const { data } = (await response.json()) as { data: { id: string }[] };
  const prepared: Prepared = {
    getToken,
    attributes: { 'crm-visit-actions': { 'visit-id': data[0]?.id ?? '' } },
  };
  Object.assign(window, { prepared });
}

/**
 * Runs in the page: puts an element inside a provider, waits until it shows something, and removes both; each
 * second time the element goes before its provider, as in a page that lives on.
 */
export async function mountAndRemove({ tag, rounds }: { tag: string; rounds: number }): Promise<void> {
  const { getToken, attributes } = (window as unknown as { prepared: Prepared }).prepared;
  const drawn = (element: Element) => {
    const root = element.shadowRoot;
    return root?.hasChildNodes() && !root.querySelector('[part~="loading"]');
  };
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  for (let round = 0; round < rounds; round++) {
    const provider = Object.assign(document.createElement('crm-provider'), {
      baseUrl: location.origin,
      getToken,
    }) as Provider;
    const element = tag === 'crm-provider' ? provider : document.createElement(tag);
    for (const [name, value] of Object.entries(attributes[tag] ?? {})) element.setAttribute(name, value);
    if (element !== provider) provider.append(element);
    document.body.append(provider);
    while (!drawn(element)) await frame();
    // A link that has been used ends another way than one that was still being made.
    const state = provider.client?.realtime.state;
    while (round % 10 === 0 && state && state.value !== 'idle' && state.value !== 'online') await frame();
    if (round % 2) element.remove();
    provider.remove();
  }
}
