import { counted } from '@crm-elements/core/lit';
import type { Words } from './index.js';

export const fr: Words = {
  none: 'Aucun',
  module: 'Module',
  faults: {
    required: 'Ce champ est obligatoire.',
    number: 'Ce n’est pas un nombre.',
    whole: 'Seuls les nombres entiers sont acceptés ici.',
    email: 'Ce n’est pas une adresse e-mail, comme nom@exemple.fr.',
    phone: 'Ce n’est pas un numéro de téléphone.',
    website: 'Ce n’est pas une adresse web, comme https://exemple.fr.',
    date: 'Cette date est incomplète ou n’existe pas.',
    time: 'Cette date ou cette heure est incomplète ou n’existe pas.',
    duplicate: 'Un autre enregistrement porte déjà cette valeur.',
    gone: 'Cet enregistrement n’existe plus ou ne vous est pas accessible.',
    invalid: 'Cette valeur n’a pas été acceptée.',
    forbidden: 'Votre profil ne permet pas cette modification.',
    offline: 'Non enregistré : aucune connexion. Votre saisie est conservée.',
    server: 'Non enregistré : le serveur a refusé la modification. Votre saisie est conservée.',
  },
  limits: {
    tooLong: counted({ one: '{n} caractère au maximum.', other: '{n} caractères au maximum.' }),
    digits: counted({ one: '{n} chiffre au maximum.', other: '{n} chiffres au maximum.' }),
    decimals: counted({
      one: '{n} chiffre au maximum après la virgule.',
      other: '{n} chiffres au maximum après la virgule.',
    }),
  },
};
