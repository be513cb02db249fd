export { parseAllowList, type AllowList } from './allow-list.js';
export { outboundFetch, type OutboundAnswer, type OutboundOptions } from './outbound-fetch.js';
export { OutboundError, type OutboundFailure } from './outbound-error.js';
export { connectCheck, type CheckedAddress } from './resolve.js';
