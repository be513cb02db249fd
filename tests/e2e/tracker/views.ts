import type { Collector } from './collector.js';

/** Paths of the page views that were taken. */
export const paths = (collector: Collector): string[] =>
  collector.events('v').map(({ u }) => new URL(u).pathname);
