/** English words of comparators; this dictionary is the type of the others. */
export const en = {
  operators: {
    equals: 'is',
    not_equal: 'is not',
    contains: 'contains',
    not_contains: 'does not contain',
    starts_with: 'starts with',
    not_starts_with: 'does not start with',
    ends_with: 'ends with',
    not_ends_with: 'does not end with',
    in: 'is any of',
    not_in: 'is none of',
    greater_than: 'is more than',
    greater_equal: 'is at least',
    less_than: 'is less than',
    less_equal: 'is at most',
    between: 'is between',
    not_between: 'is not between',
    is_empty: 'is empty',
    is_not_empty: 'is not empty',
  },
  /** Of dates and times. */
  timely: {
    greater_than: 'is after',
    greater_equal: 'is on or after',
    less_than: 'is before',
    less_equal: 'is on or before',
  },
};
