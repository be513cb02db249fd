import { concerns } from './activity.js';
import { description, field, type ModuleSpec } from './spec.js';

export const tasks: ModuleSpec = {
  apiName: 'Tasks',
  singular: 'Task',
  plural: 'Tasks',
  nameField: 'Subject',
  duplicateChecks: [],
  fields: [
    field('Subject', 'text', { maxLength: 300, mandatory: true }),
    field('Due_Date', 'date'),
    ...concerns,
    field('Status', 'picklist', {
      pickList: ['Not Started', 'Deferred', 'In Progress', 'Completed', 'Waiting for input'],
    }),
    field('Priority', 'picklist', { pickList: ['High', 'Highest', 'Low', 'Lowest', 'Normal'] }),
    field('Send_Notification_Email', 'boolean'),
    field('Closed_Time', 'datetime', { readOnly: true }),
    description,
  ],
};
