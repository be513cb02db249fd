import type { Texts } from './texts.js';

export const en: Texts = {
  subject: (organization) => `Code for the website of ${organization}`,
  letter: ({ sender, site, code, note }) =>
    [
      `${sender} asks you to add this code to the website “${site}”.`,
      ...(note === undefined ? [] : ['', note]),
      '',
      code,
      '',
      'Paste it once into every page, right before </head> or </body>. It loads after the page and does not hold it up.',
      'With a content security policy, allow the address of the script in script-src and connect-src.',
    ].join('\n'),
};
