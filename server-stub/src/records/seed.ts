import type { Tx } from '../platform/db/database.js';
import { insertRecords, type Writer } from './insert.js';
import type { Modules } from './module.js';

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

/** People enough to page through; the same on every machine. */
export async function seedRecords(tx: Tx, writer: Writer, modules: Modules): Promise<void> {
  for (const name of ['Leads', 'Contacts']) {
    const module = modules.find(name);
    const rows = Array.from({ length: COUNT }, (_, index) => {
      const given = first[index % first.length] ?? '';
      const family = last[(index * 7 + Math.floor(index / first.length)) % last.length] ?? '';
      return {
        First_Name: given,
        Last_Name: family,
        Email: `${name.toLowerCase()}.${index + 1}@example.test`,
        Phone: `+33 1 00 00 ${String(index).padStart(4, '0')}`,
        ...(name === 'Leads' && { Company: companies[index % companies.length], Lead_Source: 'Trade Show' }),
      };
    });
    await insertRecords(tx, writer, module, rows);
  }
}
