import type { Words } from './index.js';

export const fr: Words = {
  none: 'Aucune valeur',
  yes: 'Oui',
  no: 'Non',
  newTab: 'nouvel onglet',
};
