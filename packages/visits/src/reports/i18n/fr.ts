import type { ReportWords } from './index.js';

/** Mots français des rapports de visites. */
export const fr: ReportWords = {
  report: 'Rapport des visites',
  from: 'Du',
  to: 'Au',
  wrongRange: 'Le premier jour doit précéder le dernier.',
  figures: {
    visits: 'Visites',
    visitors: 'Visiteurs',
    leads: 'Prospects et contacts',
    chats: 'Discussions',
    minutes: 'Minutes sur le site',
  },
  day: 'Jour',
  byDay: 'Visites par jour',
  bySource: 'Sources',
  byPage: 'Pages les plus vues',
  byCountry: 'Pays',
  byBrowser: 'Navigateurs',
  byVisitorType: 'Types de visiteurs',
  label: 'Nom',
  unknown: 'Inconnu',
  table: 'Afficher sous forme de tableau',
  none: 'Aucune visite pendant cette période.',
  off: 'Le suivi des visiteurs est désactivé',
  offHint: 'Les rapports reviendront, avec tout ce qui a été recueilli, dès sa réactivation.',
};
