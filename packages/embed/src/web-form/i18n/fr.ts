import type { Words } from './en.js';

export const fr: Words = {
  send: 'Envoyer',
  sending: 'Envoi en cours…',
  optional: 'facultatif',
  choose: 'Veuillez choisir',
  faults: {
    missing: 'Veuillez remplir ce champ.',
    choice: 'Veuillez faire un choix.',
    check: 'Veuillez cocher cette case.',
    email: 'Veuillez saisir une adresse e-mail, par exemple nom@exemple.fr.',
    url: 'Veuillez saisir une adresse, par exemple https://exemple.fr.',
    number: 'Veuillez saisir un nombre.',
    integer: 'Veuillez saisir un nombre entier.',
    date: 'Veuillez saisir une date complète.',
    refused: 'Cette valeur n’a pas été acceptée. Veuillez la vérifier.',
  },
  toCorrect: {
    one: '{count} champ est à vérifier.',
    other: '{count} champs sont à vérifier.',
  },
  offline: 'Vous êtes hors ligne. Votre saisie est conservée : envoyez-la une fois reconnecté.',
  failed: 'L’envoi a échoué. Votre saisie est conservée : veuillez réessayer.',
  busy: 'Trop d’envois à la fois. Votre saisie est conservée : veuillez réessayer dans une minute.',
  thanks: 'Merci',
  received: 'Nous avons bien reçu votre message.',
  loading: 'Chargement du formulaire.',
  notLoaded: 'Le formulaire n’a pas pu être chargé.',
  retry: 'Réessayer',
  gone: 'Ce formulaire n’est plus disponible.',
};
