import { counted } from '@crm-elements/core/lit';
import type { Words } from './index.js';

export const fr: Words = {
  loadMore: 'Afficher plus',
  loadingMore: 'Chargement…',
  moreFailed: 'Les lignes suivantes n’ont pas pu être chargées.',
  clear: (label) => (label ? `Effacer : ${label}` : 'Effacer'),
  options: 'Choix',
  recent: 'Ajoutés récemment',
  searching: 'Recherche…',
  nothingFound: 'Aucun résultat',
  searchFailed: 'La recherche n’a pas abouti.',
  searchForbidden: 'Votre profil ne vous permet pas de chercher ici.',
  retry: 'Réessayer',
  found: counted({ one: '{n} résultat', other: '{n} résultats' }),
  kinds: { user: 'Utilisateur', role: 'Rôle', group: 'Groupe' },
  currentUser: 'L’utilisateur actuel',
};
