import { find, recordPage, textOf, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import '../define-page.js';
import { RELATED } from '../testing/samples.js';
import type { CrmRecord } from './crm-record.js';
import { leadCrm, list } from './testing/samples.js';

const RELATED_ROWS = 'GET /crm/v8/:module/:id/:related';
const rows: Record<string, Record<string, unknown> & { id: string }> = {
  Notes: {
    id: '1',
    Note_Title: 'First call',
    Note_Content: 'Wants ten lamps',
    Created_Time: '2026-03-04T09:30:00Z',
  },
  Attachments: { id: '2', File_Name: 'offer.pdf', Size: '1500', Created_Time: '2026-03-04T09:30:00Z' },
};

async function show(): Promise<CrmRecord> {
  const crm = leadCrm();
  crm.answer(RELATED, () => ({
    related_lists: [list('Notes', 'Notes', '1'), list('Attachments', 'Attachments', '2')],
  }));
  crm.answer(RELATED_ROWS, ({ params }) => {
    const row = rows[String(params.related)];
    return row && recordPage([row]);
  });
  return fixture(html`<crm-record module="Leads" record-id="7" .client=${crm.client}></crm-record>`);
}

const parts = [
  { tag: 'crm-notes', part: 'note', text: 'Wants ten lamps' },
  { tag: 'crm-attachments', part: 'row', text: 'offer.pdf' },
] as const;

describe('the page of a record', () => {
  for (const { tag, part, text } of parts)
    it(`draws <${tag}> among its related lists`, async () => {
      const page = await show();
      await waitUntil(() =>
        page.shadowRoot?.querySelector(tag)?.shadowRoot?.querySelector(`[part~=${part}]`),
      );
      const element = page.renderRoot.querySelector(tag)!;
      expect(textOf(find(element, `[part~=${part}]`))).to.contain(text);
      assert.equal(element.getAttribute('record-id'), '7');
      await expect(element).to.be.accessible();
    });
});
