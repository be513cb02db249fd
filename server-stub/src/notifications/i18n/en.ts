import type { Texts } from './texts.js';

export const en: Texts = {
  recordAssigned: (actor) => `${actor} assigned a record to you`,
  taskAssigned: (actor) => `${actor} assigned a task to you`,
  workflowFailed: (rule) => `The workflow rule “${rule}” could not finish`,
  chatMissed: (visitor) => `Nobody answered ${visitor} in the chat`,
  about: (name) => `Record: ${name}`,
  open: (url) => `Open it: ${url}`,
  footer: 'You get this mail because of your notification preferences in the CRM.',
  somebody: 'Somebody',
};
