import type { ComparatorWords } from './index.js';

export const fr: ComparatorWords = {
  operators: {
    equals: 'est',
    not_equal: 'n’est pas',
    contains: 'contient',
    not_contains: 'ne contient pas',
    starts_with: 'commence par',
    not_starts_with: 'ne commence pas par',
    ends_with: 'finit par',
    not_ends_with: 'ne finit pas par',
    in: 'est l’un de',
    not_in: 'n’est aucun de',
    greater_than: 'est supérieur à',
    greater_equal: 'est au moins',
    less_than: 'est inférieur à',
    less_equal: 'est au plus',
    between: 'est entre',
    not_between: 'n’est pas entre',
    is_empty: 'est vide',
    is_not_empty: 'n’est pas vide',
  },
  timely: {
    greater_than: 'est après le',
    greater_equal: 'est à partir du',
    less_than: 'est avant le',
    less_equal: 'est jusqu’au',
  },
};
