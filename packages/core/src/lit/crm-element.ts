import { ContextConsumer } from '@lit/context';
import { LitElement, type CSSResultGroup } from 'lit';
import { property } from 'lit/decorators.js';
import type { CrmClient } from '../client.js';
import { clientContext } from './client-context.js';
import { formatsFor, type Formats } from './format.js';
import { words } from './i18n/index.js';
import { languageOf, localeOf, onLanguageChange, type Dictionary, type Language } from './language.js';
import { host } from './styles/host.js';
import { states } from './styles/states.js';
import { tokens } from './styles/tokens.js';

/** Base of every element: shared styles, client, language. */
export abstract class CrmElement extends LitElement {
  static override styles: CSSResultGroup = [tokens, host, states];
  /** Whose words it draws: nothing is drawn before they are there, so that no text changes its language. */
  static dictionaries: readonly Dictionary[] = [words];

  /** The client to use; without it, the nearest `<crm-provider>`'s. */
  @property({ attribute: false }) client: CrmClient | undefined;

  #locale = 'en';
  #stopLanguage: (() => void) | undefined;
  readonly #provided = new ContextConsumer(this, {
    context: clientContext,
    subscribe: true,
    callback: () => this.requestUpdate(),
  });
  /** A provider may be defined after the elements below it: it says so, and they ask again. */
  readonly #onProvider = () => {
    if (!this.#provided.value) this.#provided.hostConnected();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    const read = () => {
      const locale = localeOf(this);
      if (locale === this.#locale) return;
      this.#locale = locale;
      this.requestUpdate();
    };
    read();
    this.#stopLanguage = onLanguageChange(read);
    document.addEventListener('context-provider', this.#onProvider);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopLanguage?.();
    document.removeEventListener('context-provider', this.#onProvider);
  }

  /** The client in force: the property, else the provider's. */
  protected get crm(): CrmClient | undefined {
    return this.client ?? this.#provided.value;
  }

  /** Dates, numbers and plurals in the reader's language. */
  protected get formats(): Formats {
    return formatsFor(this.#locale);
  }

  protected get language(): Language {
    return languageOf(this.#locale);
  }

  /** The words of the reader's language. @throws if the class does not name the dictionary */
  protected terms<T>(dictionary: Dictionary<T>): T {
    if (!this.#dictionaries.includes(dictionary))
      throw new Error(`${this.localName} does not name its words`);
    return dictionary.in(this.language);
  }

  protected override async scheduleUpdate(): Promise<void> {
    let missing: Dictionary[];
    // The language may change again while its words are on their way.
    while ((missing = this.#dictionaries.filter((dictionary) => !dictionary.has(this.language))).length > 0)
      await Promise.all(missing.map((dictionary) => dictionary.load(this.language)));
    await super.scheduleUpdate();
  }

  get #dictionaries(): readonly Dictionary[] {
    return (this.constructor as typeof CrmElement).dictionaries;
  }
}
