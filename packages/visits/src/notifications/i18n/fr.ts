import { counted } from '@crm-elements/core/lit';
import type { en } from './en.js';

export const fr: typeof en = {
  title: 'Notifications de visiteurs',
  unseen: counted({
    one: 'Notifications de visiteurs, {n} nouvelle',
    other: 'Notifications de visiteurs, {n} nouvelles',
  }),
  popUps: 'Nouveaux visiteurs',
  arrived: {
    Customer: 'Client en ligne',
    Potential: 'Client potentiel en ligne',
    Lead: 'Prospect en ligne',
    Contact: 'Contact en ligne',
    Unknown: 'Visiteur inconnu en ligne',
  },
  isOn: (name, page) => `${name} consulte ${page}`,
  cameMany: counted({
    one: '{n} nouveau visiteur sur le site',
    other: '{n} nouveaux visiteurs sur le site',
  }),
  from: (source) => `Via ${source}`,
  more: counted({ one: '{n} autre', other: '{n} autres' }),
  dismiss: (name) => `Ignorer ${name}`,
  dismissAll: 'Tout ignorer',
  empty: 'Personne n’est encore venu',
  emptyHint: 'Dès qu’un visiteur que vous suivez arrive sur votre site, vous en êtes averti ici.',
  off: 'La notification des visiteurs est désactivée',
  offHint: 'Un administrateur peut l’activer dans la configuration d’un portail.',
  left: 'est parti',
  settings: 'Réglages des notifications',
  back: 'Retour aux notifications',
  close: 'Fermer',
  tellOf: 'M’avertir pour',
  how: 'Comment',
  sound: 'Son',
  soundHint: 'Un bref signal, dans un seul onglet.',
  desktop: 'Sur le bureau',
  desktopHint: {
    unsupported: 'Ce navigateur n’a pas de notifications de bureau.',
    default: 'Quand le CRM est hors de vue. Votre navigateur vous demande une fois l’autorisation.',
    granted: 'Quand le CRM est hors de vue.',
    denied: 'Votre navigateur les bloque pour ce site. Autorisez-les dans ses réglages pour le site.',
  },
  keys: 'F6 mène aux notifications affichées, Échap en ferme une.',
};
