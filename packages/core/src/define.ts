/** Tag -> class, as a package's `elements.ts` exports it. */
export type Elements = Record<string, CustomElementConstructor>;

/**
 * Registers elements, each once. A tag that another copy has taken is left alone with a warning:
 * the page goes on with the first one.
 */
export function define(elements: Elements, registry: CustomElementRegistry = customElements): void {
  for (const [tag, element] of Object.entries(elements)) {
    const known = registry.get(tag);
    if (!known) registry.define(tag, element);
    else if (known !== element) warn(tag);
  }
}

function warn(tag: string): void {
  // eslint-disable-next-line no-console -- the page's developer has to be told
  console.warn(`<${tag}> is already defined by another copy of CRM Elements.`);
}
