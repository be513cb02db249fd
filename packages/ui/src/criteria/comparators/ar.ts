import type { ComparatorWords } from './index.js';

export const ar: ComparatorWords = {
  operators: {
    equals: 'يساوي',
    not_equal: 'لا يساوي',
    contains: 'يحتوي على',
    not_contains: 'لا يحتوي على',
    starts_with: 'يبدأ بـ',
    not_starts_with: 'لا يبدأ بـ',
    ends_with: 'ينتهي بـ',
    not_ends_with: 'لا ينتهي بـ',
    in: 'أيٌّ من',
    not_in: 'ليس أيًّا من',
    greater_than: 'أكبر من',
    greater_equal: 'لا يقل عن',
    less_than: 'أقل من',
    less_equal: 'لا يزيد على',
    between: 'بين',
    not_between: 'ليس بين',
    is_empty: 'فارغ',
    is_not_empty: 'غير فارغ',
  },
  timely: {
    greater_than: 'بعد',
    greater_equal: 'في أو بعد',
    less_than: 'قبل',
    less_equal: 'في أو قبل',
  },
};
