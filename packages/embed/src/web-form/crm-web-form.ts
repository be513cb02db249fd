import type { WebFormDescription } from '@crm-elements/contract';
import { newId } from '@crm-elements/tracker';
import { styles } from './crm-web-form.styles.js';
import { draw } from './draw.js';
import { drawForm, type DrawnForm } from './draw-form.js';
import { CrmWebFormSubmitEvent, CrmWebFormSubmittedEvent } from './events.js';
import { createFormApi, Refusal, type FormApi } from './form-api.js';
import { languageOf, type Language } from './i18n/index.js';
import { createKeptAnswers, type KeptAnswers } from './kept-answers.js';
import { toUuid } from './to-uuid.js';
import { tellTracker, trackedVisit } from './tracked-visit.js';

/** Importing the class needs no DOM. */
const Base = typeof HTMLElement === 'undefined' ? (Object as unknown as typeof HTMLElement) : HTMLElement;

/**
 * A web form of the CRM on any page: it makes a lead or a contact, with the visit that it was filled in during. What is
 * typed survives failures and reloads of the page. It speaks English, French or Arabic, as the page does.
 *
 * @tagname crm-web-form
 * @slot thanks - Shown instead of the thanks when the form was sent.
 * @csspart loading - Shown while the form is read.
 * @csspart error - The form could not be read; with a button that tries again.
 * @csspart gone - There is no such form any more.
 * @csspart form - The form.
 * @csspart field - A label with its control.
 * @csspart label - The label of a field.
 * @csspart control - Input, list or text area of a field.
 * @csspart fault - What is wrong with a field.
 * @csspart problem - Why the form could not be sent.
 * @csspart button - The button that sends, or tries again.
 * @csspart thanks - The thanks, when the form was sent.
 * @cssprop [--crm-accent] - Colour of the button and of focus.
 * @cssprop [--crm-font] - Font; the page's own by default.
 * @cssprop [--crm-font-size=1rem] - Size of the text.
 * @cssprop [--crm-radius-small=6px] - Roundness of controls and buttons.
 * @fires {CrmWebFormSubmitEvent} crm-web-form-submit - Before the form is sent; cancelable.
 * @fires {CrmWebFormSubmittedEvent} crm-web-form-submitted - The CRM has taken the form.
 */
export class CrmWebForm extends Base {
  static readonly observedAttributes = ['form-key', 'base-url', 'lang'];

  #status = draw('p', { class: 'unseen', role: 'status' });
  #living: AbortController | undefined;

  /** Public key of the web form. */
  get formKey(): string {
    return this.getAttribute('form-key') ?? '';
  }
  set formKey(key: string) {
    this.setAttribute('form-key', key);
  }

  /** Origin of the CRM; by default that of the script. */
  get baseUrl(): string {
    return this.getAttribute('base-url') ?? new URL(import.meta.url).origin;
  }
  set baseUrl(url: string) {
    this.setAttribute('base-url', url);
  }

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
  }

  connectedCallback(): void {
    this.#keepProperties();
    void this.load();
  }

  disconnectedCallback(): void {
    this.#living?.abort();
  }

  attributeChangedCallback(_name: string, before: string | null, now: string | null): void {
    if (this.isConnected && before !== now) void this.load();
  }

  /** Reads the form anew and draws it, with what was typed. */
  async load(): Promise<void> {
    this.#living?.abort();
    const { signal } = (this.#living = new AbortController());
    const { formKey: key } = this;
    if (!key) return;
    const language = languageOf(this);
    const api = createFormApi(this.baseUrl, key, signal);
    this.#show(this.renderLoading(language));
    try {
      const description = await api.read();
      if (!signal.aborted) this.#open(description, { language, api, kept: createKeptAnswers(key), signal });
    } catch (refusal) {
      if (signal.aborted) return;
      const isGone = refusal instanceof Refusal && refusal.why === 'gone';
      this.#show(isGone ? this.renderGone(language) : this.renderError(language));
    }
  }

  protected renderLoading({ words }: Language): Node {
    this.#say(words.loading);
    return draw('div', { part: 'loading', 'aria-hidden': 'true' }, draw('span'), draw('span'), draw('span'));
  }

  protected renderGone({ lang, dir, words }: Language): Node {
    this.#say(words.gone);
    return draw('div', { part: 'gone', lang, dir }, draw('p', {}, words.gone));
  }

  protected renderError({ lang, dir, words }: Language): Node {
    this.#say(words.notLoaded);
    const button = draw('button', { part: 'button', type: 'button' }, words.retry);
    button.addEventListener('click', () => void this.load());
    return draw('div', { part: 'error', lang, dir }, draw('p', {}, words.notLoaded), button);
  }

  protected renderThanks({ lang, dir, words }: Language): Node {
    const heading = draw('h2', { tabindex: '-1' }, words.thanks);
    const own = draw('div', {}, heading, draw('p', {}, words.received));
    return draw('div', { part: 'thanks', lang, dir }, draw('slot', { name: 'thanks' }, own));
  }

  #open(description: WebFormDescription, { language, api, kept, signal }: Sending): void {
    const say = (text: string) => this.#say(text);
    const form = drawForm(description, language, { before: kept.values, say });
    let isBusy = false;
    const send = async (): Promise<void> => {
      if (isBusy || !form.check()) return;
      const { values } = form;
      if (!this.dispatchEvent(new CrmWebFormSubmitEvent(values))) return;
      form.complain();
      form.setBusy((isBusy = true));
      try {
        const ids = trackedVisit(description.portal_key);
        const id = kept.idOf(values, () => toUuid(newId()));
        const next = await api.send({ client_id: id, ...ids, values });
        kept.forget();
        tellTracker(description.name);
        this.dispatchEvent(new CrmWebFormSubmittedEvent(values));
        this.#thank(language, next);
      } catch (refusal) {
        form.setBusy((isBusy = false));
        if (!signal.aborted) this.#complain(form, language, refusal);
      }
    };
    form.element.addEventListener('submit', (event) => {
      event.preventDefault();
      void send();
    });
    for (const type of ['input', 'change']) form.element.addEventListener(type, () => kept.save(form.values));
    this.#say('');
    this.#show(form.element);
  }

  #thank(language: Language, next: string | null): void {
    const url = next === null || !URL.canParse(next) ? undefined : new URL(next);
    // Whoever comes back to this page finds the thanks, not the form that they have sent.
    this.#show(this.renderThanks(language));
    this.#say(`${language.words.thanks}. ${language.words.received}`);
    if (url && /^https?:$/.test(url.protocol)) location.assign(url);
    else this.shadowRoot?.querySelector<HTMLElement>('h2')?.focus();
  }

  #complain(form: DrawnForm, { words }: Language, refusal: unknown): void {
    const { why, faults } = refusal instanceof Refusal ? refusal : new Refusal('failed');
    if (why === 'invalid' && form.refuse(faults)) return;
    form.complain(why === 'invalid' ? words.faults.refused : words[why]);
  }

  #say(text: string): void {
    this.#status.textContent = text;
  }

  #show(node: Node): void {
    this.shadowRoot?.replaceChildren(node, this.#status);
  }

  /** What was set before the tag was defined hides the setters. */
  #keepProperties(): void {
    for (const name of ['formKey', 'baseUrl'] as const) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      Reflect.deleteProperty(this, name);
      this[name] = value;
    }
  }
}

interface Sending {
  readonly language: Language;
  readonly api: FormApi;
  readonly kept: KeptAnswers;
  readonly signal: AbortSignal;
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-web-form': CrmWebForm;
  }
}
