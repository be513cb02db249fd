import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fill } from '../lib/html.mjs';
import { lamps } from './catalog.mjs';

const view = (name) => readFileSync(join(import.meta.dirname, 'views', `${name}.html`), 'utf8');
const card = view('card');
const cards = (some) => some.map((lamp) => fill(card, values(lamp))).join('');

/** @type {Record<string, { title: string, view: string, values?: Record<string, string> }>} */
const pages = {
  '/': { title: 'Lamps, made quietly', view: 'home', values: { cards: cards(lamps.slice(0, 3)) } },
  '/products.html': { title: 'Lamps', view: 'products', values: { cards: cards(lamps) } },
  '/about.html': { title: 'About us', view: 'about' },
  '/workshop.html': { title: 'Come by', view: 'workshop' },
  '/contact.html': { title: 'Contact', view: 'contact' },
  '/thanks.html': { title: 'Thank you', view: 'thanks' },
  '/studio/': { title: 'Studio', view: 'studio' },
  ...Object.fromEntries(
    lamps.map((lamp) => [
      `/products/${lamp.slug}.html`,
      {
        title: lamp.name,
        view: 'product',
        values: { ...values(lamp), cards: cards(lamps.filter((other) => other !== lamp).slice(0, 3)) },
      },
    ]),
  ),
};
const notFound = { title: 'Not found', view: 'not-found' };

/**
 * Every page of the shop, made once: they differ by nothing but their address.
 * @param {string} backend origin of the CRM, from which the embed code loads
 * @returns {{ page: (path: string) => string | undefined, missing: string }}
 */
export function renderPages(backend) {
  const layout = view('layout');
  const render = (path, { title, view: name, values: own = {} }) =>
    fill(layout, { title, backend, body: fill(view(name), { backend, ...own }), current: section(path) });
  const rendered = new Map(Object.entries(pages).map(([path, page]) => [path, render(path, page)]));
  return { page: (path) => rendered.get(path), missing: render('', notFound) };
}

/** Which part of the navigation a page belongs to. */
function section(path) {
  return (
    /^\/(products|studio|about|contact|workshop)/.exec(path)?.[1]?.replace('workshop', 'about') ?? 'home'
  );
}

function values(lamp) {
  return { ...lamp, price: `€${lamp.price}` };
}
