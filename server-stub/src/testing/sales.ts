import type { WriteRow } from '@crm-elements/contract';
import { send } from './requests.js';
import type { TestApp, TestOrg } from './test-app.js';

/** Inserts records and gives their ids. @throws Error when one is refused */
export async function insert(t: TestApp, token: string, module: string, data: object[]): Promise<string[]> {
  const { body } = await send<{ data: WriteRow[] }>(t, token, 'POST', `/crm/v8/${module}`, { data });
  return body.data.map((row) => {
    if (row.status === 'error') throw new Error(JSON.stringify(row));
    return String(row.details.id);
  });
}

/** Accounts with contacts and deals, the same in every organization; ids by name. */
export async function seedSales(t: TestApp, org: TestOrg): Promise<Record<string, string>> {
  const token = await org.token();
  const agent = { id: org.users.agent };
  const accounts = await insert(t, token, 'Accounts', [
    {
      Account_Name: 'Northwind Traders',
      Phone: '+33 1 23 45 67 89',
      Annual_Revenue: 1_000_000,
      Employees: 120,
    },
    { Account_Name: 'Élan (Paris), SA', Website: 'https://elan.test', Employees: 8, Owner: agent },
  ]);
  const [northwind = '', elan = ''] = accounts;
  const contacts = await insert(t, token, 'Contacts', [
    {
      First_Name: 'Grace',
      Last_Name: 'Hopper',
      Email: 'grace@northwind.test',
      Account_Name: northwind,
      Phone: '0123456',
    },
    {
      First_Name: 'Zoé',
      Last_Name: 'Hopper-Blanc',
      Email: 'zoe@elan.test',
      Account_Name: elan,
      Owner: agent,
    },
    { Last_Name: 'Solo', Secondary_Email: 'solo@elsewhere.test', Description: 'Met Grace at a fair' },
  ]);
  const deals = await insert(t, token, 'Deals', [
    {
      Deal_Name: 'Big',
      Stage: 'Qualification',
      Amount: 50_000.5,
      Closing_Date: '2026-06-30',
      Account_Name: northwind,
    },
    {
      Deal_Name: 'Small',
      Stage: 'Closed Won',
      Amount: 10,
      Closing_Date: '2026-01-31',
      Account_Name: elan,
      Owner: agent,
    },
    { Deal_Name: 'Unknown', Stage: 'Closed Won', Owner: agent },
  ]);
  const names = ['northwind', 'elan', 'grace', 'zoe', 'solo', 'big', 'small', 'unknown'];
  return Object.fromEntries(
    [...accounts, ...contacts, ...deals].map((id, index) => [names[index] ?? '', id]),
  );
}
