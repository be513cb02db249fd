import { assert } from '@open-wc/testing';
import { define } from './define.js';

const warnings: unknown[][] = [];
const { warn } = console;

describe('define', () => {
  beforeEach(() => {
    warnings.length = 0;
    // eslint-disable-next-line no-console -- as above
    console.warn = (...words: unknown[]) => void warnings.push(words);
  });
  // eslint-disable-next-line no-console -- as above
  afterEach(() => (console.warn = warn));

  it('registers each element', () => {
    class First extends HTMLElement {}
    class Second extends HTMLElement {}
    define({ 'define-first': First, 'define-second': Second });
    assert.instanceOf(document.createElement('define-first'), First);
    assert.instanceOf(document.createElement('define-second'), Second);
  });

  it('does nothing when the same is defined again', () => {
    class Same extends HTMLElement {}
    define({ 'define-same': Same });
    define({ 'define-same': Same });
    assert.deepEqual(warnings, []);
  });

  it('leaves the first copy in place, warns, and goes on with the rest', () => {
    class First extends HTMLElement {}
    class Other extends HTMLElement {}
    class Rest extends HTMLElement {}
    define({ 'define-copy': First });
    define({ 'define-copy': Other, 'define-rest': Rest });
    assert.equal(customElements.get('define-copy'), First);
    assert.equal(customElements.get('define-rest'), Rest);
    assert.equal(warnings.length, 1);
    assert.include(String(warnings[0]), '<define-copy>');
  });

  it('takes a registry of its own', () => {
    const known = new Map<string, CustomElementConstructor>();
    const registry = {
      get: (tag: string) => known.get(tag),
      define: (tag: string, element: CustomElementConstructor) => void known.set(tag, element),
    } as unknown as CustomElementRegistry;
    class Scoped extends HTMLElement {}
    define({ 'define-scoped': Scoped }, registry);
    assert.equal(known.get('define-scoped'), Scoped);
    assert.equal(customElements.get('define-scoped'), undefined);
  });
});
