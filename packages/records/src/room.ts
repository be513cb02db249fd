import type { recordsRoom } from '@crm-elements/contract';

/** Room whose sequence moves on with every change of a module's records. */
export const roomOf: typeof recordsRoom = (module) => `records/${module}`;
