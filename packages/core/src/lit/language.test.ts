import { assert, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { CrmElement } from './crm-element.js';
import { words } from './i18n/index.js';
import { createDictionary, languageOf } from './language.js';
import { waitUntil } from '@crm-elements/testing';

class WordUser extends CrmElement {
  protected override render() {
    return html`${this.terms(words).retry} ${this.formats.number(1234.5)}`;
  }
}
customElements.define('word-user', WordUser);

const show = async (lang: string) => {
  const page = await fixture<HTMLElement>(html`<div lang=${lang}><word-user></word-user></div>`);
  const user = page.querySelector<WordUser>('word-user')!;
  await user.updateComplete;
  return { page, user, text: () => user.renderRoot.textContent };
};
const number = (locale: string) => new Intl.NumberFormat(locale).format(1234.5);

describe('the language of an element', () => {
  const root = document.documentElement;
  const before = root.lang;
  afterEach(() => (root.lang = before));

  for (const [lang, retry] of Object.entries({ en: 'Try again', fr: 'Réessayer', ar: 'أعد المحاولة' })) {
    it(`is that of the nearest lang: ${lang}`, async () => {
      assert.equal((await show(lang)).text(), `${retry} ${number(lang)}`);
    });
  }

  it('follows a region in its numbers', async () => {
    assert.equal((await show('fr-CH')).text(), `Réessayer ${number('fr-CH')}`);
  });

  it('is English in words, the page’s in numbers, where we do not speak it', async () => {
    assert.equal((await show('de')).text(), `Try again ${number('de')}`);
  });

  it('does not break on a lang that is none', async () => {
    assert.equal((await show('no such language!')).text(), `Try again ${number('en')}`);
  });

  it('changes with the page, at once', async () => {
    const { page, text } = await show('en');
    page.lang = 'ar';
    await waitUntil(() => text() === `أعد المحاولة ${number('ar')}`);
    page.removeAttribute('lang');
    root.lang = 'fr';
    await waitUntil(() => text() === `Réessayer ${number('fr')}`);
  });

  it('changes when the element moves to another part of the page', async () => {
    const { page, user, text } = await show('en');
    const other = document.createElement('div');
    other.lang = 'fr';
    page.after(other);
    other.append(user);
    await waitUntil(() => text() === `Réessayer ${number('fr')}`);
    other.remove();
  });

  it('is read through shadow roots', async () => {
    customElements.define(
      'word-host',
      class extends LitElement {
        protected override render() {
          return html`<word-user></word-user>`;
        }
      },
    );
    const page = await fixture(html`<div lang="fr"><word-host></word-host></div>`);
    const host = page.querySelector<LitElement>('word-host')!;
    await host.updateComplete;
    const user = host.renderRoot.querySelector<WordUser>('word-user')!;
    await user.updateComplete;
    assert.equal(user.renderRoot.textContent, `Réessayer ${number('fr')}`);
  });
});

describe('words that are loaded when somebody reads them', () => {
  let answer: (words: { greeting: string }) => void;
  let refuse: (reason: Error) => void;
  let asked = 0;
  const ask = () =>
    new Promise<{ greeting: string }>((resolve, reject) => {
      asked++;
      answer = resolve;
      refuse = reject;
    });
  let readers = 0;
  const mount = async () => {
    const slow = createDictionary({ greeting: 'Hello' }, { fr: ask, ar: ask });
    const tag = `slow-reader-${++readers}`;
    customElements.define(
      tag,
      class extends CrmElement {
        static override dictionaries = [slow];
        protected override render() {
          return html`${this.terms(slow).greeting}`;
        }
      },
    );
    asked = 0;
    const page = await fixture<HTMLElement>(html`<div lang="fr"></div>`);
    page.append(document.createElement(tag));
    const reader = page.querySelector<CrmElement>(tag)!;
    await waitUntil(() => asked === 1);
    return { page, reader, text: () => reader.shadowRoot?.textContent ?? '' };
  };

  customElements.define(
    'wordless-element',
    class extends CrmElement {
      static override dictionaries = [];
      protected override render() {
        return html`Here`;
      }
    },
  );

  it('nothing is drawn before they are there', async () => {
    const { page, reader, text } = await mount();
    // Whoever comes later and needs no words is drawn: the reader's turn has passed.
    page.append(document.createElement('wordless-element'));
    const later = page.querySelector<CrmElement>('wordless-element')!;
    await later.updateComplete;
    assert.equal(later.shadowRoot?.textContent, 'Here');
    assert.equal(text(), '');
    answer({ greeting: 'Bonjour' });
    await reader.updateComplete;
    assert.equal(text(), 'Bonjour');
  });

  it('are English where they cannot be loaded, and are asked for once', async () => {
    const { reader, text } = await mount();
    refuse(new Error('offline'));
    await reader.updateComplete;
    assert.equal(text(), 'Hello');
    reader.requestUpdate();
    await reader.updateComplete;
    assert.equal(asked, 1);
  });

  it('are those of the language that is read when they arrive', async () => {
    const { page, reader, text } = await mount();
    const french = answer;
    page.lang = 'en';
    french({ greeting: 'Bonjour' });
    await waitUntil(() => text() === 'Hello');
    await reader.updateComplete;
    assert.equal(text(), 'Hello');
  });
});

describe('the language of a locale', () => {
  it('is its first part, in any case', () => {
    assert.deepEqual(['AR-eg', 'fr', 'EN', 'xx', ''].map(languageOf), ['ar', 'fr', 'en', 'en', 'en']);
  });
});
