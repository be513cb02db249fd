import { accounts } from './accounts.js';
import { contacts } from './contacts.js';
import { deals } from './deals.js';
import { events } from './events.js';
import { leads } from './leads.js';
import { notes } from './notes.js';
import { products } from './products.js';
import type { ModuleSpec } from './spec.js';
import { tasks } from './tasks.js';

/** The modules that every organization has in the table `record`. */
export const standardModules: ModuleSpec[] = [
  leads,
  contacts,
  accounts,
  deals,
  tasks,
  events,
  products,
  notes,
];
