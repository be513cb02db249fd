import type { Handler } from '../types.js';

/** The page's own `crm`: the layer does nothing that the page could not. */
export const crm: Handler = (...call) => (window as unknown as { crm: Handler }).crm(...call);
