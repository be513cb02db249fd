/** Languages that every element speaks. */
export const languages = ['en', 'fr', 'ar'] as const;
export type Language = (typeof languages)[number];

type Loaders<T> = Record<Exclude<Language, 'en'>, () => Promise<T>>;

/** The words of one domain. English is there from the start, another language when somebody reads it. */
export interface Dictionary<T = unknown> {
  has(language: Language): boolean;
  /** Never rejects: whoever cannot load a language reads English. */
  load(language: Language): Promise<void>;
  /** The words; English until the language has been loaded. */
  in(language: Language): T;
}

export function createDictionary<T>(en: T, loaders: Loaders<T>): Dictionary<T> {
  const loaded = new Map<Language, T>([['en', en]]);
  return {
    has: (language) => loaded.has(language),
    async load(language) {
      if (language === 'en') return;
      const words = await loaders[language]().catch(() => undefined);
      // A language that is out of reach is not asked for again by every update.
      loaded.set(language, words ?? en);
    },
    in: (language) => loaded.get(language) ?? en,
  };
}

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
