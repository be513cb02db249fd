import type { VisitorTracking, WebFormInput } from '@crm-elements/contract';
import { get } from '../../../testing/requests.js';
import type { TestApp } from '../../../testing/test-app.js';

/** A form that is tracked by the first code of the organization. */
export async function sampleForm(t: TestApp, token: string): Promise<WebFormInput> {
  const { body } = await get<VisitorTracking>(t, token, '/v1/visitor-tracking');
  const asked = (name: string, label: string, required = false) => ({ api_name: name, label, required });
  return {
    name: 'Newsletter',
    module: 'Leads',
    fields: [
      asked('Last_Name', 'Name', true),
      asked('Email', 'E-mail', true),
      asked('Company', 'Company'),
      asked('Description', 'Message'),
      asked('No_of_Employees', 'Employees'),
    ],
    embed_code_id: body.portals[0]?.embed_codes[0]?.id ?? null,
    return_url: null,
  };
}
