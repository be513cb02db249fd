import { waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CrmWebForm } from './crm-web-form.js';
import './define.js';
import type { CrmWebFormSubmitEvent } from './events.js';
import { description, FakeForm, refusal } from './testing/fake-form.js';

let crm: FakeForm;
beforeEach(() => (crm = new FakeForm()));
afterEach(() => crm.restore());

const KEY = 'form-1';
const mount = async (lang = 'en'): Promise<CrmWebForm> => {
  const dir = lang === 'ar' ? 'rtl' : 'ltr';
  const page = await fixture<HTMLElement>(
    `<main lang="${lang}" dir="${dir}"><crm-web-form form-key="${KEY}" base-url="https://crm.test"></crm-web-form></main>`,
  );
  return page.querySelector('crm-web-form')!;
};
const find = <T extends HTMLElement>(element: CrmWebForm, selector: string) =>
  element.shadowRoot!.querySelector<T>(selector);
const control = (element: CrmWebForm, name: string) => find<HTMLInputElement>(element, `[name=${name}]`)!;
const shown = (element: CrmWebForm, part: string) =>
  waitUntil(() => find(element, `[part=${part}]:not([hidden])`), `${part} is shown`);
const open = async (lang?: string): Promise<CrmWebForm> => {
  const element = await mount(lang);
  await shown(element, 'form');
  return element;
};
const write = async (element: CrmWebForm, name: string, text: string): Promise<void> => {
  control(element, name).focus();
  await sendKeys({ type: text });
};
const tick = async (element: CrmWebForm, name: string): Promise<void> => {
  control(element, name).focus();
  await sendKeys({ press: 'Space' });
};
const press = async (element: CrmWebForm): Promise<void> => {
  find(element, '[part=button]')!.focus();
  await sendKeys({ press: 'Enter' });
};
/** Writes what has to be written. */
const fill = async (element: CrmWebForm, name = 'Lovelace'): Promise<void> => {
  await write(element, 'Last_Name', name);
  await write(element, 'Email', 'ada@home.test');
  await tick(element, 'Consent');
};
const fault = (element: CrmWebForm, name: string): string => {
  const { id } = control(element, name);
  const said = find(element, `#${id}-fault`)!;
  return said.hidden ? '' : said.textContent;
};
const status = (element: CrmWebForm) => find(element, '[role=status]')!.textContent;

describe('<crm-web-form>', () => {
  it('is accessible while it loads, when it cannot be loaded, and when it is gone', async () => {
    crm.description = () => new Promise(() => undefined);
    const loading = await mount();
    await shown(loading, 'loading');
    assert.equal(status(loading), 'The form is loading.');
    await expect(loading).to.be.accessible();
    crm.description = () => refusal(500);
    const failed = await mount();
    await shown(failed, 'error');
    await expect(failed).to.be.accessible();
    crm.description = () => Response.json(description());
    await press(failed);
    await shown(failed, 'form');
    crm.description = () => refusal(404);
    const gone = await mount('fr');
    await shown(gone, 'gone');
    await expect(gone).to.be.accessible();
  });

  for (const lang of ['en', 'fr', 'ar'])
    it(`[VIS-137] draws a field for each type, in ${lang}`, async () => {
      const element = await open(lang);
      const kinds = description().fields.map(({ api_name: name }) => control(element, name).type);
      assert.deepEqual(kinds, [
        'text',
        'email',
        'url',
        'number',
        'select-one',
        'checkbox',
        'date',
        'textarea',
      ]);
      assert.deepEqual(
        [...find<HTMLSelectElement>(element, 'select')!.options].map(({ value }) => value),
        ['', 'Fair', 'Friend'],
      );
      await expect(element).to.be.accessible();
      await press(element);
      await expect(element).to.be.accessible();
      assert.equal(getComputedStyle(find(element, 'form')!).direction, lang === 'ar' ? 'rtl' : 'ltr');
    });

  it('says at each field what is wrong, goes to the first one, and takes it back when it is right', async () => {
    const element = await open();
    await write(element, 'Email', 'nobody');
    await write(element, 'Employees', '1.5');
    await press(element);
    assert.equal(fault(element, 'Last_Name'), 'Please fill in this field.');
    assert.include(fault(element, 'Email'), 'name@example.com');
    assert.equal(fault(element, 'Employees'), 'Please write a whole number.');
    assert.equal(fault(element, 'Consent'), 'Please check this box.');
    assert.equal(fault(element, 'Description'), '');
    assert.equal(status(element), '4 fields need your attention.');
    const first = control(element, 'Last_Name');
    assert.equal(element.shadowRoot!.activeElement, first);
    assert.deepEqual(
      [first.ariaInvalid, first.getAttribute('aria-describedby')],
      ['true', `${first.id}-fault`],
    );
    await sendKeys({ type: 'Byron' });
    assert.deepEqual([fault(element, 'Last_Name'), first.ariaInvalid], ['', null]);
    assert.deepEqual(crm.sent, []);
  });

  it('sends what was written, and thanks in place', async () => {
    const element = await open();
    await fill(element);
    await write(element, 'Website', 'home.test');
    const told: string[] = [];
    for (const name of ['crm-web-form-submit', 'crm-web-form-submitted'])
      element.parentElement!.addEventListener(name, ({ type }) => told.push(type));
    await press(element);
    await shown(element, 'thanks');
    assert.deepEqual(crm.sent[0]?.values, {
      Last_Name: 'Lovelace',
      Email: 'ada@home.test',
      Website: 'https://home.test',
      Consent: 'true',
    });
    assert.deepEqual(told, ['crm-web-form-submit', 'crm-web-form-submitted']);
    assert.equal(element.shadowRoot!.activeElement?.textContent, 'Thank you');
    assert.equal(status(element), 'Thank you. We have received what you wrote.');
    await expect(element).to.be.accessible();
    assert.equal(sessionStorage.length, 0);
  });

  it('keeps everything on a failure and across a reload, and a repeat has the same id', async () => {
    crm.answers = [() => refusal(429), () => Response.json({ return_url: null })];
    const element = await open();
    await fill(element);
    await press(element);
    await shown(element, 'problem');
    assert.include(find(element, '[part=problem]')!.textContent, 'What you wrote is kept');
    await expect(element).to.be.accessible();
    element.remove();
    const again = await open();
    assert.deepEqual(
      ['Last_Name', 'Email'].map((name) => control(again, name).value),
      ['Lovelace', 'ada@home.test'],
    );
    assert.isTrue(control(again, 'Consent').checked);
    await press(again);
    await shown(again, 'thanks');
    const [first, second] = crm.sent.map(({ client_id: id }) => id);
    assert.match(first!, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.equal(second, first);
  });

  it('tries again by itself where the server falters; other words have another id', async () => {
    crm.answers = [() => refusal(503), () => Promise.reject(new TypeError('gone')), () => refusal(429)];
    const element = await open();
    await fill(element);
    await press(element);
    await shown(element, 'problem');
    assert.equal(new Set(crm.sent.map(({ client_id: id }) => id)).size, 1);
    assert.equal(crm.sent.length, 3);
    await write(element, 'Description', 'More');
    await press(element);
    await waitUntil(() => crm.sent.length === 4);
    assert.notEqual(crm.sent[3]?.client_id, crm.sent[0]?.client_id);
  });

  it('says at the field what the CRM does not accept', async () => {
    crm.answers = [() => refusal(400, 'Email')];
    const element = await open('fr');
    await fill(element);
    await press(element);
    await waitUntil(() => fault(element, 'Email') !== '');
    assert.include(fault(element, 'Email'), 'Veuillez la vérifier');
    assert.equal(element.shadowRoot!.activeElement, control(element, 'Email'));
    assert.equal(control(element, 'Last_Name').value, 'Lovelace');
  });

  it('[VIS-138] names the visitor of the portal that the form is tracked by, and of no other', async () => {
    const ids = { u: 'u'.repeat(22), s: 's'.repeat(22) };
    localStorage.setItem('crm:shop:', JSON.stringify({ ...ids, t: Date.now() }));
    crm.description = () => Response.json(description({ portal_key: 'shop' }));
    const tracked = await open();
    await fill(tracked);
    await press(tracked);
    await shown(tracked, 'thanks');
    crm.description = () => Response.json(description({ portal_key: 'other' }));
    const other = await open();
    await fill(other);
    await press(other);
    await shown(other, 'thanks');
    assert.deepEqual(
      crm.sent.map(({ u, s }) => ({ u, s })),
      [ids, { u: undefined, s: undefined }],
    );
  });

  it('asks the page before it sends, and is the same with properties set before it was in a page', async () => {
    const element = document.createElement('crm-web-form');
    element.baseUrl = 'https://crm.test';
    element.formKey = KEY;
    (await fixture<HTMLElement>('<main lang="en"></main>')).append(element);
    await shown(element, 'form');
    await fill(element);
    const asked: CrmWebFormSubmitEvent[] = [];
    element.addEventListener('crm-web-form-submit', (event) => {
      asked.push(event);
      event.preventDefault();
    });
    await press(element);
    await waitUntil(() => asked.length === 1);
    assert.equal(asked[0]?.values.Email, 'ada@home.test');
    assert.deepEqual(crm.sent, []);
    assert.equal(control(element, 'Last_Name').value, 'Lovelace');
  });
});
