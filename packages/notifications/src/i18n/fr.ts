import { counted } from '@crm-elements/core/lit';
import type { en } from './en.js';

export const fr: typeof en = {
  title: 'Notifications',
  unread: counted({ one: 'Notifications, {n} non lue', other: 'Notifications, {n} non lues' }),
  received: counted({
    one: 'Vous avez {n} notification non lue',
    other: 'Vous avez {n} notifications non lues',
  }),
  isUnread: 'Non lue',
  markAllRead: 'Tout marquer comme lu',
  readFailed: 'Impossible de marquer comme lu. Veuillez réessayer.',
  today: 'Aujourd’hui',
  yesterday: 'Hier',
  empty: 'Vous êtes à jour',
  emptyHint: 'Dès qu’on vous confie un enregistrement ou une tâche, vous en êtes averti ici.',
  aRecord: 'un enregistrement',
  loadMore: 'Afficher les plus anciennes',
  loadingMore: 'Chargement…',
  moreFailed: 'Impossible de charger les notifications suivantes.',
  preferences: 'Préférences de notification',
  preferencesHint: 'Elles s’affichent toujours ici. Choisissez celles que vous recevez aussi par e-mail.',
  byMail: 'Par e-mail',
  chooseFailed: 'Votre choix n’a pas pu être enregistré. Veuillez réessayer.',
  back: 'Retour aux notifications',
  close: 'Fermer',
  kinds: {
    record_assigned: {
      by: '{actor} vous a confié {record}',
      alone: '{record} vous a été confié',
      preference: 'On me confie un enregistrement',
    },
    task_assigned: {
      by: '{actor} vous a confié la tâche {record}',
      alone: 'Vous avez une nouvelle tâche : {record}',
      preference: 'On me confie une tâche',
    },
    workflow_failed: {
      by: 'La règle {rule} a échoué pour {record}',
      alone: 'La règle {rule} a échoué pour {record}',
      preference: 'Une de mes règles de workflow échoue',
    },
    chat_missed: {
      by: 'Personne n’a répondu à {visitor} dans la discussion',
      alone: 'Personne n’a répondu à {visitor} dans la discussion',
      preference: 'Une discussion est manquée',
    },
  },
};
