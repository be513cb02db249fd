export { type Call } from './api.js';
export { createCrm, type CrmClient, type CrmOptions } from './client.js';
export { define, type Elements } from './define.js';
export { CrmError, toCrmError, type CrmErrorKind } from './errors.js';
export { followRoom, type Follower } from './follow-room.js';
export { LiveStore, type Reduce } from './live-store.js';
export { type Outbox, type OutboxEntry, type SendEntry } from './outbox.js';
export {
  compareIds,
  reducePages,
  withNewest,
  type Page,
  type Pages,
  type PagesChange,
} from './pages/pages.js';
export { readAgain, readMore } from './pages/read-pages.js';
export { type LinkState, type Realtime } from './realtime.js';
export { failed, loading, ready, type Resource } from './resource.js';
export { RoomStore } from './room-store.js';
export { Store, type Readable } from './store.js';
export { type Running, type Stores } from './stores.js';
export { type Storage } from './storage.js';
export { type GetToken } from './tokens.js';
export type { Progress } from './transfer.js';
export { uuid } from './uuid.js';
