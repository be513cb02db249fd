import type { en } from './en.js';

export const fr: typeof en = {
  loading: 'Chargement…',
  retry: 'Réessayer',
  errorTitle: 'Impossible de charger ce contenu',
  errorServer: 'Le serveur n’a pas répondu comme prévu. Rien n’est perdu ; veuillez réessayer.',
  errorOffline: 'Aucune connexion au serveur.',
  errorSignIn: 'Votre session a pris fin. Veuillez vous reconnecter.',
  forbiddenTitle: 'Accès refusé',
  forbidden: 'Votre profil ne vous permet pas de voir ce contenu. Un administrateur peut y remédier.',
  stale: 'Connexion perdue. Vous voyez le dernier état connu.',
};
