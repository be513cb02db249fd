import { describe, expect, it } from 'vitest';
import { read, sources, target, type Source } from './sources.js';

interface Named {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
}

interface Declaration {
  readonly tagName?: string;
  readonly description?: string;
  readonly cssParts?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly events?: readonly Named[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations: readonly Declaration[] }[];
}

const manifest = JSON.parse(read('custom-elements.json')) as Manifest;
const documented = new Map(
  manifest.modules.flatMap(({ declarations }) => declarations).map((one) => [one.tagName, one]),
);

const files = sources('packages');
const named = new Map(files.map((file) => [file.path.replace(/\.ts$/, ''), file]));

const folderOf = (path: string) => path.replace(/[\w-]+\.ts$/, '');

/** Tags of every `elements.ts` and `<some>-elements.ts`, each with the file that its class is in. */
const elements = files
  .filter(({ path }) => /\b(\w+-)?elements\.ts$/.test(path))
  .flatMap((file) =>
    [...file.text.matchAll(/'(crm-[\w-]+)':/g)].map(([, tag = '']) => ({
      tag,
      file: files.find(({ path }) => path.startsWith(folderOf(file.path)) && path.endsWith(`/${tag}.ts`)),
    })),
  );

/**
 * What an element draws with: its own text and what that uses of the package's other files, but for other
 * elements.
 */
function drawnBy(file: Source): string[] {
  const met = new Set([file]);
  for (const source of met) {
    for (const one of source.imports) {
      const next = named.get(target(source, one) ?? '');
      if (next && !one.typeOnly && !/\/crm-[\w-]+\.ts$/.test(next.path)) met.add(next);
    }
  }
  const others = [...met].slice(1).flatMap(({ text }) => text.split(/^(?=export )/m));
  const used = new Set([file.text]);
  // A set is walked to its end, what is added on the way too.
  for (const text of used) {
    for (const other of others) if (mentions(text, other)) used.add(other);
  }
  return [...used];
}

/** True when a text names what the other one declares. */
function mentions(text: string, declaration: string): boolean {
  const name = /^export (?:abstract )?(?:class|function|const) (\w+)/.exec(declaration)?.[1];
  return name !== undefined && new RegExp(`\\b${name}\\b`).test(text);
}

/** In a template, or as an attribute of a node that is made. */
const PART = /\bpart(?:="|: ')([^"'$]+)["']/g;
const SLOT = /<slot name="([^"$]+)"|'slot', \{ name: '([^'$]+)'/g;

const all = (texts: readonly string[], pattern: RegExp) =>
  new Set(
    texts
      .flatMap((text) => [...text.matchAll(pattern)])
      .flatMap(([, ...found]) => found.join('').split(/\s+/)),
  );

const missing = (used: Set<string>, known: readonly Named[] = []) =>
  [...used].filter((name) => !known.some((one) => one.name === name && one.description));

describe('custom-elements.json', () => {
  it('is about elements', () => expect(elements.length).toBeGreaterThan(0));

  it.each(elements)('$tag is described, with its parts, slots and events', ({ tag, file }) => {
    const { description, cssParts, slots, events } = documented.get(tag) ?? {};
    const texts = drawnBy(file!);
    const fired = all(texts, /dispatchEvent\(\s*new (Crm\w+)\(/g);
    const known = events?.map(({ type, ...event }) => ({ ...event, name: type?.text ?? '' }));
    expect({
      description: Boolean(description),
      parts: missing(all(texts, PART), cssParts),
      slots: missing(all(texts, SLOT), slots),
      events: missing(fired, known),
    }).toEqual({ description: true, parts: [], slots: [], events: [] });
  });

  it.each(elements)('$tag promises no part or slot that nothing draws', ({ tag, file }) => {
    const { cssParts = [], slots = [] } = documented.get(tag) ?? {};
    // What elements draw the same way comes from core and from ui.
    const shared = [...named].filter(([name]) =>
      /^packages\/(core\/src\/lit|ui\/src)\/([\w-]+\/)?render-/.test(name),
    );
    const texts = [...drawnBy(file!), ...shared.map(([, { text }]) => text)];
    const parts = all(texts, PART);
    const places = all(texts, SLOT);
    expect({
      parts: cssParts.filter(({ name }) => !parts.has(name)).map(({ name }) => name),
      slots: slots.filter(({ name }) => name && !places.has(name)).map(({ name }) => name),
    }).toEqual({ parts: [], slots: [] });
  });

  it('gives every package with elements its part of the manifest', () => {
    const owners = new Set(elements.map(({ file }) => file?.path.split('/')[1] ?? ''));
    const fields = [...owners].map(
      (name) =>
        (JSON.parse(read(`packages/${name}/package.json`)) as { customElements?: string }).customElements,
    );
    expect(fields).toEqual(fields.map(() => './dist/custom-elements.json'));
  });
});
