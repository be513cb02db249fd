import type { VISITS_ROOM } from '@crm-elements/contract';

/** Room whose sequence moves on with every change of a visit. */
export const visitsRoom: typeof VISITS_ROOM = 'visits';
