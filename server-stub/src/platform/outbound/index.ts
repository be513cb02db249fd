export { parseAllowList } from './allow-list.js';
export { outboundFetch, type OutboundOptions } from './outbound-fetch.js';
export { connectCheck } from './resolve.js';
