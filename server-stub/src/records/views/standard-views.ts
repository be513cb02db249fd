import { parseCriteria } from '@crm-elements/contract/criteria';
import { stableId } from '../stable-id.js';
import type { Module } from '../module.js';
import type { StandardView, View } from './view.js';

const viewsOf = ({ plural, writable, views }: Module): readonly StandardView[] =>
  views ?? [
    { systemName: 'ALLVIEWS', label: `All ${plural}` },
    ...(writable
      ? [
          { systemName: 'MYVIEWS', label: `My ${plural}`, criteria: '(Owner:equals:${CURRENTUSER})' },
          {
            systemName: 'TODAYVIEWS',
            label: `Today's ${plural}`,
            criteria: '(Created_Time:equals:${TODAY})',
          },
          {
            systemName: 'RECENTLYMODIFIEDVIEWS',
            label: `Recently Modified ${plural}`,
            criteria: '(Modified_Time:greater_equal:${YESTERDAY})',
          },
        ]
      : []),
  ];

/** The views that a module has before anybody makes one; the first is the default. */
export const standardViews = (module: Module): View[] =>
  viewsOf(module).map(({ systemName, label, criteria, ...rest }, index) => ({
    ...rest,
    id: stableId(`${module.id}.${systemName}`),
    name: label,
    systemName,
    default: index === 0,
    criteria: criteria === undefined ? undefined : parseCriteria(criteria),
    fields: null,
    accessType: 'public',
  }));
