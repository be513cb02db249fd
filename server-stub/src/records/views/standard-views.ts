import { parseCriteria } from '@crm-elements/contract/criteria';
import { stableId } from '../stable-id.js';
import type { Module } from '../module.js';
import type { View } from './view.js';

const standard: { systemName: string; label: (module: Module) => string; criteria?: string }[] = [
  { systemName: 'ALLVIEWS', label: ({ plural }) => `All ${plural}` },
  { systemName: 'MYVIEWS', label: ({ plural }) => `My ${plural}`, criteria: '(Owner:equals:${CURRENTUSER})' },
  {
    systemName: 'TODAYVIEWS',
    label: ({ plural }) => `Today's ${plural}`,
    criteria: '(Created_Time:equals:${TODAY})',
  },
  {
    systemName: 'RECENTLYMODIFIEDVIEWS',
    label: ({ plural }) => `Recently Modified ${plural}`,
    criteria: '(Modified_Time:greater_equal:${YESTERDAY})',
  },
];

/** The views that every module has; one whose rows live elsewhere shows all of them. */
export const standardViews = (module: Module): View[] =>
  standard
    .filter(({ criteria }) => criteria === undefined || module.writable)
    .map(({ systemName, label, criteria }) => ({
      id: stableId(`${module.id}.${systemName}`),
      name: label(module),
      systemName,
      default: systemName === 'ALLVIEWS',
      criteria: criteria === undefined ? undefined : parseCriteria(criteria),
      fields: null,
      accessType: 'public',
    }));
