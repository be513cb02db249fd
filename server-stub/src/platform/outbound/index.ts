export { parseAllowList, type AllowList } from './allow-list.js';
export { OutboundError } from './outbound-error.js';
export { outboundFetch, type OutboundOptions } from './outbound-fetch.js';
export { connectCheck } from './resolve.js';
