import { concerns } from './activity.js';
import { description, field, type ModuleSpec } from './spec.js';

export const events: ModuleSpec = {
  apiName: 'Events',
  singular: 'Meeting',
  plural: 'Meetings',
  nameField: 'Event_Title',
  duplicateChecks: [],
  fields: [
    field('Event_Title', 'text', { maxLength: 255, mandatory: true }),
    field('Start_DateTime', 'datetime', { mandatory: true }),
    field('End_DateTime', 'datetime', { mandatory: true }),
    field('All_day', 'boolean'),
    field('Venue', 'text', { maxLength: 255 }),
    ...concerns,
    description,
  ],
};
