import { counted } from '@crm-elements/core/lit';

/** English words of the field editors; this dictionary is the type of the others. */
export const en = {
  none: 'None',
  module: 'Module',
  faults: {
    required: 'This field must be filled in.',
    number: 'This is not a number.',
    whole: 'Only whole numbers are allowed here.',
    email: 'This is not an e-mail address, such as name@example.com.',
    phone: 'This is not a telephone number.',
    website: 'This is not a web address, such as https://example.com.',
    date: 'This date is not complete or does not exist.',
    time: 'This date and time is not complete or does not exist.',
    duplicate: 'Another record already has this value.',
    gone: 'This record no longer exists, or you may not see it.',
    invalid: 'This value was not accepted.',
    forbidden: 'Your profile does not allow this change.',
    offline: 'Not saved: there is no connection. What you typed is still here.',
    server: 'Not saved: the server did not accept it. What you typed is still here.',
  },
  limits: {
    tooLong: counted({ one: 'At most {n} character.', other: 'At most {n} characters.' }),
    digits: counted({ one: 'At most {n} digit.', other: 'At most {n} digits.' }),
    decimals: counted({
      one: 'At most {n} digit after the decimal point.',
      other: 'At most {n} digits after the decimal point.',
    }),
  },
};
