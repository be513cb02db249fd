import { CrmError } from '@crm-elements/core';
import { fakeCrm, type FakeCrm, find, recordPage, texts, waitUntil } from '@crm-elements/testing';
import { fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { leadSettings } from '../../testing/samples.js';
import type { CrmNotes } from '../crm-notes.js';

export const ROWS = 'GET /crm/v8/:module/:id/:related';
export const ADD = 'POST /crm/v8/:module/:id/:related';
export const CHANGE = 'PUT /crm/v8/:module/:id';
export const REMOVE = 'DELETE /crm/v8/:module/:id';
export const ROOM = 'records/Notes';

export const row = (id: string, content: string, changes: Record<string, unknown> = {}) => ({
  id,
  Note_Title: null,
  Note_Content: content,
  Created_By: { id: '5', name: 'Grace Hopper' },
  Owner: { id: '5', name: 'Grace Hopper' },
  Created_Time: '2026-03-04T09:30:00+00:00',
  Modified_Time: '2026-03-04T09:30:00+00:00',
  ...changes,
});
export const written = (id: string) => ({
  data: [
    {
      code: 'SUCCESS',
      message: 'done',
      status: 'success',
      details: {
        id,
        Created_Time: '2026-03-05T09:30:00+00:00',
        Modified_Time: '2026-03-05T09:30:00+00:00',
        Created_By: { id: '6', name: 'Ada Lovelace' },
      },
    },
  ],
});
export const refusal = (code: string, details = {}) =>
  new CrmError('refused', code, 'no', undefined, details);

export const crmWith = (
  rows = [row('2', 'Called back'), row('1', 'First', { Note_Title: 'Met at the fair' })],
  rights: Record<string, unknown> = {},
) =>
  fakeCrm({
    ...leadSettings(rights),
    [ROWS]: () => (rows.length > 0 ? recordPage(rows) : undefined),
  });

export async function show({ client }: FakeCrm, lang = 'en'): Promise<CrmNotes> {
  const page = await fixture(
    html`<div lang=${lang} dir=${lang === 'ar' ? 'rtl' : 'ltr'}>
      <crm-notes module="Leads" record-id="7" .client=${client}></crm-notes>
    </div>`,
  );
  const element = page.querySelector('crm-notes');
  if (!element) throw new Error('There is no <crm-notes>');
  return element;
}

export async function showReady(crm: FakeCrm, lang?: string): Promise<CrmNotes> {
  const element = await show(crm, lang);
  await waitUntil(() => element.renderRoot.querySelector('[data-form=new]'), 'the form is shown');
  return element;
}

export const contents = (element: CrmNotes) => texts(element, '.content');
export const area = (element: CrmNotes, id = 'new') =>
  find(element, `[data-form="${id}"] textarea`) as HTMLTextAreaElement;
export const focused = (element: CrmNotes) => element.shadowRoot?.activeElement;

export async function type(element: CrmNotes, text: string): Promise<void> {
  area(element).focus();
  await sendKeys({ type: text });
}

export async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
}

export async function save(): Promise<void> {
  await sendKeys({ down: 'Control' });
  await sendKeys({ press: 'Enter' });
  await sendKeys({ up: 'Control' });
}

export async function edit(element: CrmNotes, id: string): Promise<void> {
  find(element, `[data-edit="${id}"]`).click();
  await waitUntil(() => focused(element)?.localName === 'textarea', 'the form has the focus');
}
