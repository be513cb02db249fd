import type { Texts } from './texts.js';

export const fr: Texts = {
  recordAssigned: (actor) => `${actor} vous a attribué un enregistrement`,
  taskAssigned: (actor) => `${actor} vous a attribué une tâche`,
  workflowFailed: (rule) => `La règle de workflow « ${rule} » n’a pas pu aboutir`,
  chatMissed: (visitor) => `Personne n’a répondu à ${visitor} dans la discussion`,
  about: (name) => `Enregistrement : ${name}`,
  open: (url) => `L’ouvrir : ${url}`,
  footer: 'Vous recevez ce message en raison de vos préférences de notification dans le CRM.',
  somebody: 'Quelqu’un',
};
