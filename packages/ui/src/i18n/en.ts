/** English words of the building blocks; this dictionary is the type of the others. */
export const en = {
  loadMore: 'Load more',
  loadingMore: 'Loading…',
  moreFailed: 'The next rows could not be loaded.',
};
