/** Languages that every element speaks. */
export const languages = ['en', 'fr', 'ar'] as const;
export type Language = (typeof languages)[number];

/** One dictionary per language; all of the type of the English one. */
export type Dictionaries<T> = Record<Language, T>;

const listeners = new Set<() => void>();
let observer: MutationObserver | undefined;

/** Calls back when any `lang` or `dir` in the document changes. One observer serves all elements. */
export function onLanguageChange(listener: () => void): () => void {
  listeners.add(listener);
  observer ??= observe();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    observer?.disconnect();
    observer = undefined;
  };
}

function observe(): MutationObserver {
  const watching = new MutationObserver(() => listeners.forEach((listener) => listener()));
  watching.observe(document.documentElement, {
    subtree: true,
    attributes: true,
    attributeFilter: ['lang', 'dir'],
  });
  return watching;
}

/** The nearest `lang` above an element, through shadow roots; the full tag, for Intl. */
export function localeOf(element: Element): string {
  for (let node: Element | null = element; node;) {
    const found: Element | null = node.closest('[lang]');
    if (found) return found.getAttribute('lang') || 'en';
    const root = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return document.documentElement.lang || 'en';
}

/** The language of a locale, or English where we do not speak it. */
export function languageOf(locale: string): Language {
  const [primary = ''] = locale.toLowerCase().split('-');
  return languages.find((language) => language === primary) ?? 'en';
}
