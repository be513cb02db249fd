import { type FakeCrm, find, findAll, textOf, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../define.js';
import { lead, leadCrm, offline, READ } from '../testing/samples.js';
import type { CrmRecordPhoto } from './crm-record-photo.js';

const GET = 'GET /crm/v8/:module/:id/photo';
const SEND = 'POST /crm/v8/:module/:id/photo';
const TAKE = 'DELETE /crm/v8/:module/:id/photo';

/** A red picture, twice as wide as high. */
function redPicture(): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 20 });
  const context = canvas.getContext('2d')!;
  context.fillStyle = 'rgb(255 0 0)';
  context.fillRect(0, 0, 40, 20);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!)));
}

async function show({ client }: FakeCrm, editable = true): Promise<CrmRecordPhoto> {
  const element = await fixture<CrmRecordPhoto>(
    html`<crm-record-photo
      module="Leads"
      record-id="7"
      ?editable=${editable}
      .client=${client}
    ></crm-record-photo>`,
  );
  await waitUntil(() => textOf(element.renderRoot) !== '' || findAll(element, 'canvas').length > 0);
  return element;
}

const colourAt = (canvas: HTMLCanvasElement, x: number, y: number) => [
  ...canvas.getContext('2d')!.getImageData(x, y, 1, 1).data,
];

/** Chooses a file as the browser's own dialog does. */
function choose(element: CrmRecordPhoto, file: File): void {
  const input = find(element, 'input') as HTMLInputElement;
  const chosen = new DataTransfer();
  chosen.items.add(file);
  input.files = chosen.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('<crm-record-photo>', () => {
  it('is the initials where there is no picture, and asks for none', async () => {
    const crm = leadCrm({ Record_Image: null });
    const element = await show(crm, false);
    assert.equal(textOf(find(element, '.avatar')), 'AL');
    expect(crm.asked.some(({ key }) => key === GET)).to.be.false;
    await expect(element).to.be.accessible();
  });

  it('draws the picture, to its edges', async () => {
    const crm = leadCrm({ Record_Image: '1' });
    crm.answer(GET, redPicture);
    const element = await show(crm, false);
    await waitUntil(() => findAll(element, 'canvas').length === 1);
    await element.updateComplete;
    const canvas = find(element, 'canvas') as HTMLCanvasElement;
    assert.deepEqual(colourAt(canvas, 1, 1), [255, 0, 0, 255]);
    assert.deepEqual(colourAt(canvas, 254, 254), [255, 0, 0, 255]);
  });

  it('is the initials where the picture cannot be drawn', async () => {
    const crm = leadCrm({ Record_Image: '1' });
    crm.answer(GET, () => new Blob(['no picture']));
    const element = await show(crm, false);
    await waitUntil(() => crm.asked.some(({ key }) => key === GET));
    assert.equal(textOf(find(element, '.avatar')), 'AL');
  });

  it('is changed in a dialog, which tells what is no picture before it is sent', async () => {
    const crm = leadCrm({ Record_Image: null });
    const element = await show(crm);
    find(element, '.face').focus();
    await sendKeys({ press: 'Enter' });
    const dialog = find(element, 'dialog') as HTMLDialogElement;
    assert.isTrue(dialog.open);
    await expect(element).to.be.accessible();
    choose(element, new File(['text'], 'notes.txt', { type: 'text/plain' }));
    await waitUntil(() => findAll(element, '.fault').length === 1);
    await expect(element).to.be.accessible();
    expect(crm.asked.some(({ key }) => key === SEND)).to.be.false;
    crm.answer(SEND, () => {
      crm.answer(READ, () => ({
        data: [lead({ Record_Image: '2', Modified_Time: '2026-03-05T09:30:00Z' })],
      }));
      crm.answer(GET, redPicture);
      return {};
    });
    choose(element, new File([await redPicture()], 'ada.png', { type: 'image/png' }));
    await waitUntil(() => findAll(element, '.small canvas').length === 1, 'it is shown');
    assert.isFalse(dialog.open);
  });

  it('is removed; a refusal is told', async () => {
    const crm = leadCrm({ Record_Image: '1' });
    crm.answer(GET, redPicture);
    crm.answer(TAKE, () => Promise.reject(offline()));
    const element = await show(crm);
    find(element, '.face').click();
    find(element, '.remove').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() =>
      textOf(element.renderRoot.querySelector('.fault')).startsWith('The photo could not'),
    );
    crm.answer(TAKE, () => {
      crm.answer(READ, () => ({ data: [lead({ Record_Image: null })] }));
      return undefined;
    });
    find(element, '.remove').click();
    await waitUntil(() => findAll(element, '.small .avatar').length === 1);
  });

  it('cannot be changed where records have none', async () => {
    const element = await show(leadCrm());
    expect(findAll(element, 'button')).to.have.length(0);
  });
});
