import { find, findAll, textOf, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define.js';
import type { CrmFilesPickedEvent } from '../events.js';

async function show(lang = 'en') {
  const picked: string[] = [];
  const onPick = (event: CrmFilesPickedEvent) => picked.push(...event.files.map(({ name }) => name));
  const page = await fixture(html`
    <div lang=${lang}>
      <crm-file-picker
        label="Files"
        accept=".txt,.pdf"
        max-bytes="2000000"
        multiple
        @crm-files-picked=${onPick}
      ></crm-file-picker>
    </div>
  `);
  const picker = page.querySelector('crm-file-picker')!;
  await waitUntil(() => picker.hasUpdated);
  return { picker, picked };
}

const files = (...names: [string, number][]) => {
  const transfer = new DataTransfer();
  for (const [name, size] of names) transfer.items.add(new File([new Uint8Array(size)], name));
  return transfer;
};

describe('<crm-file-picker>', () => {
  it('tells its limits before anything is chosen, and opens the dialog by keyboard', async () => {
    const { picker } = await show();
    assert.equal(textOf(find(picker, '#limits')), 'Up to 2 MB each · Allowed: .txt .pdf');
    let isOpened = false;
    find(picker, 'input').addEventListener('click', (event) => {
      event.preventDefault();
      isOpened = true;
    });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    assert.equal(isOpened, true);
    await expect(picker).to.be.accessible();
  });

  it('takes what is dropped and says why it leaves the rest', async () => {
    const { picker, picked } = await show();
    const zone = find(picker, '.zone');
    const dataTransfer = files(['a.txt', 5], ['large.pdf', 2_500_000], ['c.exe', 5], ['none.txt', 0]);
    zone.dispatchEvent(new DragEvent('dragenter', { dataTransfer, bubbles: true, cancelable: true }));
    await waitUntil(() => zone.matches('[data-over]'));
    await expect(picker).to.be.accessible();
    zone.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    assert.deepEqual(picked, ['a.txt']);
    await waitUntil(() => findAll(picker, '.fault').length === 3);
    assert.deepEqual(texts(picker, '.fault'), [
      'large.pdf has 2.5 MB; no file may be larger than 2 MB.',
      'c.exe is of a kind that is not allowed here.',
      'none.txt is empty or a folder.',
    ]);
    assert.equal(zone.matches('[data-over]'), false);
    await expect(picker).to.be.accessible();
  });

  it('takes what is pasted', async () => {
    const { picker, picked } = await show();
    const clipboardData = files(['shot.pdf', 5]);
    find(picker, '.zone').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    assert.deepEqual(picked, ['shot.pdf']);
  });

  for (const [lang, text] of Object.entries({ fr: 'Choisir des fichiers', ar: 'اختيار ملفات' })) {
    it(`speaks ${lang}`, async () => {
      const { picker } = await show(lang);
      assert.equal(textOf(find(picker, 'button')), text);
      await expect(picker).to.be.accessible();
    });
  }
});
