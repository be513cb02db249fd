import { counted } from '@crm-elements/core/lit';
import type { CrmViewWords } from './index.js';

/** Mots français de la vue CRM. */
export const fr: CrmViewWords = {
  view: 'Vue CRM',
  groups: {
    customers: 'Clients',
    potential_customers: 'Clients potentiels',
    leads_contacts: 'Prospects/Contacts',
  },
  groupHints: {
    customers: 'Contacts ayant au moins une affaire gagnée.',
    potential_customers: 'Contacts ayant au moins une affaire en cours.',
    leads_contacts: 'Prospects, et contacts sans affaire.',
  },
  empty: 'Personne ici pour l’instant',
  people: 'Personnes',
  visits: counted({ one: '{n} visite', many: '{n} de visites', other: '{n} visites' }),
  choose: 'Choisissez quelqu’un',
  chooseHint: 'Ce que cette personne a fait sur le site et ce que le CRM sait d’elle s’affichera ici.',
  back: 'Toutes les personnes',
  openRecord: 'Ouvrir la fiche',
  tabs: {
    information: 'Informations',
    pages: 'Pages vues',
    chats: 'Historique des discussions',
    visits: 'Historique des visites',
    conversations: 'Conversations',
    timeline: 'Chronologie',
  },
  facts: {
    email: 'E-mail',
    phone: 'Téléphone',
    score: 'Score du visiteur',
    visits: 'Visites',
    days: 'Jours de visite',
    chats: 'Nombre de discussions',
    lastVisit: 'Dernière visite',
    lastPage: 'Dernière page',
    revenue: 'Chiffre d’affaires',
    pipeline: 'Affaires en cours',
  },
  nothing: {
    pages: 'Aucune page vue pour l’instant.',
    chats: 'Aucune discussion pour l’instant.',
    visits: 'Aucune visite pour l’instant.',
    conversations: 'Aucune conversation pour l’instant.',
    timeline: 'Rien ne s’est encore passé.',
  },
  kinds: {
    visit: 'Visite',
    page: 'Page',
    chat: 'Discussion',
    deal: 'Affaire',
    task: 'Tâche',
    event: 'Réunion',
    email: 'E-mail',
    note: 'Note',
  },
};
