import { type FakeCrm, findAll, waitUntil } from '@crm-elements/testing';
import { fixture, html } from '@open-wc/testing';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import '../define.js';

type Tag = 'crm-users' | 'crm-profiles' | 'crm-groups' | 'crm-roles';

/** An element on a page in a language. */
export async function show<T extends Tag>(
  tag: T,
  { client }: FakeCrm,
  lang = 'en',
): Promise<HTMLElementTagNameMap[T]> {
  const name = unsafeStatic(tag);
  const page = await fixture(
    html`<div lang=${lang}>${staticHtml`<${name} .client=${client}></${name}>`}</div>`,
  );
  const element = page.querySelector(tag);
  if (!element) throw new Error(`${tag} is not on the page`);
  return element;
}

/** Shows its rows. */
export async function showReady<T extends Tag>(
  tag: T,
  crm: FakeCrm,
  lang?: string,
): Promise<HTMLElementTagNameMap[T]> {
  const element = await show(tag, crm, lang);
  await waitUntil(() => findAll(element, '[part=row]').length > 0, 'rows are shown');
  return element;
}

/** Ready, and it is known what the reader may do. */
export async function showToAdministrator<T extends Tag>(
  tag: T,
  crm: FakeCrm,
): Promise<HTMLElementTagNameMap[T]> {
  const element = await showReady(tag, crm);
  await waitUntil(() => findAll(element, '.primary, [data-dangerous]').length > 0, 'it can be changed');
  return element;
}
