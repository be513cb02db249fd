/** Words of the form; every language has the same. */
export const en = {
  send: 'Send',
  sending: 'Sending…',
  optional: 'optional',
  choose: 'Please choose',
  faults: {
    missing: 'Please fill in this field.',
    choice: 'Please choose one.',
    check: 'Please check this box.',
    email: 'Please write an e-mail address such as name@example.com.',
    url: 'Please write an address such as https://example.com.',
    number: 'Please write a number.',
    integer: 'Please write a whole number.',
    date: 'Please write a complete date.',
    refused: 'This was not accepted. Please check it.',
  },
  toCorrect: {
    one: 'One field needs your attention.',
    other: '{count} fields need your attention.',
  } as Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
  offline: 'You are offline. What you wrote is kept: send it when you are back.',
  failed: 'That could not be sent. What you wrote is kept: please try again.',
  busy: 'Too many at once. What you wrote is kept: please try again in a minute.',
  thanks: 'Thank you',
  received: 'We have received what you wrote.',
  loading: 'The form is loading.',
  notLoaded: 'The form could not be loaded.',
  retry: 'Try again',
  gone: 'This form is no longer available.',
};

export type Words = typeof en;
