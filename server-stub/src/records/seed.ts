import type { Tx } from '../platform/db/database.js';
import { systemContext } from './context.js';
import type { Context } from './module.js';
import type { Modules } from './metadata/registry.js';
import { dealStages } from './modules/deals.js';
import { industries } from './modules/person.js';
import type { InputRow } from './write/draft.js';
import { insertRecords } from './write/insert.js';

const first = [
  'Amélie',
  'Omar',
  'Chloé',
  'Yusuf',
  'Grace',
  'Hugo',
  'Salma',
  'Jonas',
  'Inès',
  'Karim',
  'Maya',
  'Louis',
  'Nadia',
  'Peter',
  'Zoé',
];
const last = [
  'Dubois',
  'Haddad',
  'Moreau',
  'Nasser',
  'Hopper',
  'Laurent',
  'Mansour',
  'Keller',
  'Petit',
  'Aziz',
  'Lindqvist',
  'Girard',
  'Saleh',
  'Novak',
  'Blanc',
];
const companies = [
  'Northwind',
  'Atelier Lumière',
  'Cedar & Co',
  'Blue Harbor',
  'Studio Nour',
  'Granite Labs',
  'Maison Verte',
];
const COUNT = 300;
const BATCH = 100;
const HANDED_OVER = 10;

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const numbers = Array.from({ length: COUNT }, (_, index) => index);

const person = (module: string, index: number) => ({
  First_Name: pick(first, index),
  Last_Name: pick(last, index * 7 + Math.floor(index / first.length)),
  Email: `${module.toLowerCase()}.${index + 1}@example.test`,
  Phone: `+33 1 00 00 ${String(index).padStart(4, '0')}`,
  Lead_Source: 'Trade Show',
});

/** People, companies, deals and everybody's tasks, enough to page through; the same on every machine. */
export async function seedRecords(
  tx: Tx,
  { orgId, userId, assignees }: { orgId: string; userId: string; assignees: string[] },
  modules: Modules,
): Promise<void> {
  const context: Context = { ...(await systemContext(tx, modules, orgId, userId)), silent: true };
  const insert = async (name: string, rowOf: (index: number) => InputRow, count = COUNT) => {
    const module = context.modules.find(name);
    const ids: string[] = [];
    for (let start = 0; start < count; start += BATCH) {
      const rows = numbers.slice(start, Math.min(start + BATCH, count)).map(rowOf);
      const answers = await insertRecords(tx, context, module, rows);
      ids.push(...answers.map(({ details }) => String(details.id)));
    }
    return ids;
  };
  await insert('Leads', (index) => ({ ...person('Leads', index), Company: pick(companies, index) }));
  const accounts = await insert('Accounts', (index) => ({
    Account_Name: `${pick(companies, index)} ${index + 1}`,
    Industry: pick(industries, index),
    Employees: 10 + index * 3,
    Website: `https://company-${index + 1}.example.test`,
  }));
  const contacts = await insert('Contacts', (index) => ({
    ...person('Contacts', index),
    Account_Name: accounts[index],
  }));
  await insert('Deals', (index) => ({
    Deal_Name: `${pick(companies, index)} ${2025 + (index % 2)}-${index + 1}`,
    Stage: pick(dealStages, index),
    Amount: 1_000 + ((index * 7_919) % 90_000),
    Closing_Date: `2026-${String((index % 12) + 1).padStart(2, '0')}-15`,
    Account_Name: accounts[index],
    Contact_Name: contacts[index],
  }));
  const taskOf = (index: number) => ({
    Subject: `Call ${pick(first, index)} ${pick(last, index * 7)}`,
    Due_Date: `2026-${String((index % 12) + 1).padStart(2, '0')}-20`,
    Owner: { id: pick(assignees, index) },
  });
  await insert('Tasks', taskOf, COUNT - HANDED_OVER);
  // The last ones are handed over among colleagues, who are told of it.
  const colleague = await systemContext(tx, modules, orgId, pick(assignees, 0));
  const rest = numbers.slice(COUNT - HANDED_OVER).map((index) => ({
    ...taskOf(index),
    Owner: { id: index % 2 ? userId : pick(assignees, index) },
  }));
  await insertRecords(tx, colleague, context.modules.find('Tasks'), rest);
}
