import type { Texts } from './texts.js';

export const fr: Texts = {
  subject: (organization) => `Code pour le site web de ${organization}`,
  letter: ({ sender, site, code, note }) =>
    [
      `${sender} vous demande d’ajouter ce code au site « ${site} ».`,
      ...(note === undefined ? [] : ['', note]),
      '',
      code,
      '',
      'Collez-le une fois dans chaque page, juste avant </head> ou </body>. Il se charge après la page et ne la retarde pas.',
      'Si le site a une politique de sécurité du contenu, autorisez l’adresse du script dans script-src et connect-src.',
    ].join('\n'),
};
