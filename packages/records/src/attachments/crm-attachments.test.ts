import { CrmError } from '@crm-elements/core';
import {
  type Answer,
  type FakeCrm,
  find,
  findAll,
  later,
  recordPage,
  textOf,
  texts,
  waitUntil,
} from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define.js';
import { lead, leadCrm, offline, READ, refused, written } from '../page/testing/samples.js';
import type { CrmAttachments } from './crm-attachments.js';

const UPLOAD = 'POST /crm/v8/:module/:id/Attachments';
const RELATED_ROWS = 'GET /crm/v8/:module/:id/:related';
const DOWNLOAD = 'GET /crm/v8/:module/:id/Attachments/:attachment';
const REMOVE_ROW = 'DELETE /crm/v8/:module/:id/:related/:row';

const attachment = (id: string, changes = {}) => ({
  id,
  File_Name: `offer-${id}.pdf`,
  Size: '1500000',
  Created_By: { id: '5', name: 'Grace Hopper' },
  Created_Time: new Date(Date.now() - 300_000).toISOString(),
  $editable: true,
  ...changes,
});

function filesCrm(rows = [attachment('1')]): FakeCrm {
  const crm = leadCrm();
  crm.answer(RELATED_ROWS, () => recordPage(rows));
  return crm;
}

async function show({ client }: FakeCrm, lang = 'en'): Promise<CrmAttachments> {
  const page = await fixture(
    html`<div lang=${lang}>
      <crm-attachments module="Leads" record-id="7" .client=${client}></crm-attachments>
    </div>`,
  );
  const element = page.querySelector('crm-attachments')!;
  await waitUntil(() => element.hasUpdated && findAll(element, '.skeleton').length === 0, 'it is shown');
  return element;
}

/** The part of the element where files are chosen. */
async function pickerOf(element: CrmAttachments) {
  const found = () => element.renderRoot.querySelector('crm-file-picker');
  await waitUntil(() => found()?.shadowRoot?.querySelector('.zone'), 'files can be chosen');
  return found()!;
}

async function drop(element: CrmAttachments, ...names: string[]) {
  const dataTransfer = new DataTransfer();
  for (const name of names) dataTransfer.items.add(new File(['hello'], name));
  const zone = find(await pickerOf(element), '.zone');
  zone.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
}

const statuses = (element: CrmAttachments) =>
  findAll(element, '[part=upload]').map(
    (row) => `${textOf(row.querySelector('.name'))} ${row.dataset.status}`,
  );
const showsUploads = (element: CrmAttachments, ...expected: string[]) =>
  waitUntil(() => statuses(element).join() === expected.join(), `${expected.join()} is shown`);

describe('<crm-attachments>', () => {
  it('lists name, size, author and time', async () => {
    const element = await show(filesCrm());
    await pickerOf(element);
    assert.equal(textOf(find(element, '[part=row] .name')), 'offer-1.pdf');
    assert.equal(textOf(find(element, '[part=row] .facts')), '1.5 MB · Grace Hopper · 5 minutes ago');
    assert.equal(textOf(find(await pickerOf(element), '#limits')), 'Up to 20 MB each');
    await expect(element).to.be.accessible();
  });

  it('sends two files at a time, shows how far each is, and lists them', async () => {
    const crm = filesCrm([]);
    const answers = [later<unknown>(), later<unknown>(), later<unknown>()];
    let count = 0;
    crm.answer(UPLOAD, () => answers[count++]!.promise);
    const element = await show(crm);
    const added: string[] = [];
    element.addEventListener('crm-attachment-added', ({ name }) => added.push(name));
    await drop(element, 'a.txt', 'b.txt', 'c.txt');
    await showsUploads(element, 'a.txt sending', 'b.txt sending', 'c.txt waiting');
    crm.asked.find(({ key }) => key === UPLOAD)?.progress?.onProgress?.(0.5);
    await waitUntil(() => (findAll(element, 'progress')[0] as HTMLProgressElement).value === 0.5);
    assert.equal(texts(element, '[part=upload] .facts')[0], '5 bytes · 50%');
    await expect(element).to.be.accessible();
    crm.answer(RELATED_ROWS, () => recordPage([attachment('9', { File_Name: 'a.txt' })]));
    answers[0]!.resolve(written('', '9'));
    await waitUntil(() => count === 3, 'the third begins');
    await waitUntil(() => texts(element, '[part=row] .name').includes('a.txt'), 'it is listed');
    await showsUploads(element, 'b.txt sending', 'c.txt sending');
    assert.deepEqual(added, ['a.txt']);
    await waitUntil(() => texts(element, '.visually-hidden').includes('a.txt attached'), 'it is said');
  });

  it('says why a file was not taken; by keyboard it is sent again', async () => {
    const crm = filesCrm([]);
    crm.answer(UPLOAD, () => Promise.reject(offline()));
    const element = await show(crm);
    await drop(element, 'a.txt');
    await showsUploads(element, 'a.txt failed');
    assert.equal(
      textOf(find(element, '[part=upload] .fault')),
      'The connection was lost. The file was not attached.',
    );
    await expect(element).to.be.accessible();
    crm.answer(UPLOAD, () => later().promise);
    find(element, '.retry').focus();
    await sendKeys({ press: 'Enter' });
    await showsUploads(element, 'a.txt sending');
    assert.equal(element.shadowRoot?.activeElement?.localName, 'crm-file-picker');
  });

  it('offers no second try where it would not help', async () => {
    const crm = filesCrm([]);
    crm.answer(UPLOAD, () => Promise.reject(refused('FILE_SIZE_MORE_THAN_ALLOWED_SIZE')));
    const element = await show(crm);
    await drop(element, 'a.txt');
    await showsUploads(element, 'a.txt failed');
    assert.equal(textOf(find(element, '[part=upload] .fault')), 'It is larger than 20 MB.');
    assert.equal(findAll(element, '.retry').length, 0);
    find(element, '[part=upload] .cancel').click();
    await showsUploads(element);
  });

  it('an upload is cancelled by keyboard, and the next begins', async () => {
    const crm = filesCrm([]);
    crm.answer(UPLOAD, () => later().promise);
    const element = await show(crm);
    await drop(element, 'a.txt', 'b.txt', 'c.txt');
    await showsUploads(element, 'a.txt sending', 'b.txt sending', 'c.txt waiting');
    find(element, '[aria-label="Cancel a.txt"]').focus();
    await sendKeys({ press: 'Enter' });
    await showsUploads(element, 'b.txt sending', 'c.txt sending');
    assert.equal(crm.asked.find(({ key }) => key === UPLOAD)?.progress?.signal?.aborted, true);
  });

  it('a host can attach files in its own way', async () => {
    const crm = filesCrm([]);
    const element = await show(crm);
    element.addEventListener('crm-attachment-add', (event) => event.preventDefault());
    await drop(element, 'a.txt');
    await element.updateComplete;
    assert.deepEqual(statuses(element), []);
    assert.equal(textOf(find(element, '[part=empty]')), 'No files yet.');
    await expect(element).to.be.accessible();
  });

  it('downloads under its name, and gives the memory back', async () => {
    const crm = filesCrm();
    crm.answer(DOWNLOAD, () => new Blob(['bytes']));
    const element = await show(crm);
    const saved: string[] = [];
    const revoked: string[] = [];
    const realRevoke = URL.revokeObjectURL.bind(URL);
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      saved.push(this.download, this.href);
    };
    URL.revokeObjectURL = (url) => void revoked.push(url);
    try {
      find(element, '[part=row] .name').focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => revoked.length === 1, 'it is revoked');
    } finally {
      Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
      URL.revokeObjectURL = realRevoke;
    }
    assert.equal(saved[0], 'offer-1.pdf');
    assert.deepEqual(revoked, [saved[1]]);
    assert.deepEqual(crm.asked.at(-1)?.params, { module: 'Leads', id: '7', attachment: '1' });
  });

  it('says when a download failed', async () => {
    const crm = filesCrm();
    crm.answer(DOWNLOAD, () => Promise.reject(offline()));
    const element = await show(crm);
    find(element, '[part=row] .name').click();
    await waitUntil(() => findAll(element, '[part=row] .fault').length === 1);
    await expect(element).to.be.accessible();
  });

  it('asks before it deletes, by keyboard; says a failure; deletes', async () => {
    const crm = filesCrm([attachment('1'), attachment('2')]);
    crm.answer(REMOVE_ROW, () => Promise.reject(offline()));
    const element = await show(crm);
    await pickerOf(element);
    find(element, '[aria-label="Delete offer-1.pdf"]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(element, 'dialog[open]').length === 1);
    assert.equal(textOf(find(element, 'dialog .heading')), 'Delete offer-1.pdf?');
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => findAll(element, 'dialog[open]').length === 0);
    assert.equal(crm.asked.filter(({ key }) => key === REMOVE_ROW).length, 0);
    await sendKeys({ press: 'Enter' });
    find(element, 'dialog .confirm').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(element, 'dialog .fault').length === 1);
    const deleted: string[] = [];
    element.addEventListener('crm-attachment-deleted', ({ attachmentId }) => deleted.push(attachmentId));
    crm.answer(REMOVE_ROW, () => written('', '1'));
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(element, 'dialog[open]').length === 0);
    assert.deepEqual(texts(element, '[part=row] .name'), ['offer-2.pdf']);
    assert.deepEqual(deleted, ['1']);
    assert.equal(element.shadowRoot?.activeElement?.localName, 'crm-file-picker');
  });

  it('who may not change the record only reads', async () => {
    const crm = filesCrm([attachment('1', { $editable: false })]);
    crm.answer(READ, () => ({ data: [lead({ $editable: false })] }));
    const element = await show(crm);
    await waitUntil(() => crm.asked.some(({ key }) => key === READ));
    await element.updateComplete;
    assert.equal(findAll(element, 'crm-file-picker, .icon-button').length, 0);
    assert.equal(findAll(element, '[part=row]').length, 1);
  });

  it('draws loading, forbidden, and an error with retry', async () => {
    const crm = filesCrm();
    const refuse =
      (kind: 'forbidden' | 'offline'): Answer =>
      () =>
        Promise.reject(new CrmError(kind, kind, 'no'));
    crm.answer(RELATED_ROWS, refuse('forbidden'));
    const first = await show(crm);
    assert.equal(findAll(first, '[part=forbidden]').length, 1);
    await expect(first).to.be.accessible();
    const other = filesCrm();
    const slow = later<unknown>();
    other.answer(RELATED_ROWS, () => slow.promise);
    const second = await fixture<CrmAttachments>(
      html`<crm-attachments module="Leads" record-id="7" .client=${other.client}></crm-attachments>`,
    );
    await waitUntil(() => second.hasUpdated && findAll(second, '[part=loading]').length === 1);
    await expect(second).to.be.accessible();
    slow.reject(offline());
    await waitUntil(() => findAll(second, '[part=error]').length === 1);
    await expect(second).to.be.accessible();
    other.answer(RELATED_ROWS, () => recordPage([attachment('1')]));
    find(second, '[part=error] button').click();
    await waitUntil(() => findAll(second, '[part=row]').length === 1, 'it is read again');
  });

  for (const [lang, heading] of Object.entries({ fr: 'Pièces jointes', ar: 'المرفقات' })) {
    it(`speaks ${lang}`, async () => {
      const element = await show(filesCrm(), lang);
      assert.equal(textOf(find(element, '.heading')), heading);
      await expect(element).to.be.accessible();
    });
  }
});
