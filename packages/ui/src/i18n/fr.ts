import type { Words } from './index.js';

export const fr: Words = {
  loadMore: 'Afficher plus',
  loadingMore: 'Chargement…',
  moreFailed: 'Les lignes suivantes n’ont pas pu être chargées.',
};
