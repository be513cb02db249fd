import { counted } from '@crm-elements/core/lit';

/** English words of the building blocks; this dictionary is the type of the others. */
export const en = {
  loadMore: 'Load more',
  loadingMore: 'Loading…',
  moreFailed: 'The next rows could not be loaded.',
  clear: (label: string) => (label ? `Clear ${label}` : 'Clear'),
  options: 'Options',
  recent: 'Recently added',
  searching: 'Searching…',
  nothingFound: 'Nothing found',
  searchFailed: 'The search did not work.',
  searchForbidden: 'Your profile does not allow you to search here.',
  retry: 'Try again',
  found: counted({ one: '{n} result', other: '{n} results' }),
  kinds: { user: 'User', role: 'Role', group: 'Group' },
  currentUser: 'The current user',
};
