import type { notificationsRoom } from '@crm-elements/contract';

/** Room whose sequence moves on with every change of a user's notifications. */
export const roomOf: typeof notificationsRoom = (userId) => `notifications/${userId}`;
