import type { CrmClient } from '@crm-elements/core';
import type { Samples } from './samples.js';

interface Provider extends HTMLElement {
  baseUrl: string;
  getToken: () => Promise<string>;
  readonly client?: CrmClient;
}

interface Prepared {
  getToken: () => Promise<string>;
  samples: Samples;
}

/** Runs in the page: loads the elements and keeps at hand what they need. */
export async function prepare({ bundles, samples }: { bundles: string[]; samples: Samples }): Promise<void> {
  await Promise.all(bundles.map((name) => import(`/cdn/elements/${name}`)));
  let token: Promise<string> | undefined;
  const getToken = () =>
    (token ??= fetch('/examples/crm/session', { method: 'POST' })
      .then((response) => response.json() as Promise<{ token: string }>)
      .then((answer) => answer.token));
  const prepared: Prepared = { getToken, samples };
  Object.assign(window, { prepared });
}

/**
 * Runs in the page: puts an element inside a provider, waits until it shows something, and removes both; each
 * second time the element goes before its provider, as in a page that lives on.
 */
export async function mountAndRemove({ tag, rounds }: { tag: string; rounds: number }): Promise<void> {
  const { getToken, samples } = (window as unknown as { prepared: Prepared }).prepared;
  const drawn = (element: Element) => {
    const root = element.shadowRoot;
    return root?.hasChildNodes() && !root.querySelector('[part~="loading"]');
  };
  const moment = () => new Promise((done) => setTimeout(done));
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  for (let round = 0; round < rounds; round++) {
    const provider = Object.assign(document.createElement('crm-provider'), {
      baseUrl: location.origin,
      getToken,
    }) as Provider;
    const element = tag === 'crm-provider' ? provider : document.createElement(tag);
    for (const [name, value] of Object.entries(samples[tag] ?? {})) element.setAttribute(name, value);
    if (element !== provider) provider.append(element);
    document.body.append(provider);
    while (!drawn(element)) await moment();
    // An element that was on the screen has more to clean up than one that never was.
    if (round % 10 === 0) await frame();
    // A link that has been used ends another way than one that was still being made.
    const state = provider.client?.realtime.state;
    while (round % 10 === 0 && state && state.value !== 'idle' && state.value !== 'online') await frame();
    if (round % 2) element.remove();
    provider.remove();
  }
}
