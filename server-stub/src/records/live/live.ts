import { recordsRoom, type LiveChange } from '@crm-elements/contract';
import { loadAccess } from '../../identity/index.js';
import type { Db } from '../../platform/db/database.js';
import type { Consumer, Publication, Relay } from '../../platform/outbox/relay.js';
import { roomSequence, takeSequence } from '../../platform/outbox/rooms.js';
import type { Realtime, RoomHandler } from '../../platform/realtime/realtime.js';
import type { Modules } from '../metadata/registry.js';
import { RECORD_CREATED, RECORD_DELETED, RECORD_UPDATED, type RecordEvent } from '../write/events.js';

/** Tells who looks at a module which of its records changed: one event a batch. */
const announceChanges: Consumer = async (tx, events) => {
  const byRoom = new Map<string, { orgId: string; room: string; ids: Set<string> }>();
  for (const { orgId, key, payload } of events) {
    const room = recordsRoom((payload as unknown as RecordEvent).module);
    const name = `${orgId} ${room}`;
    const found = byRoom.get(name) ?? { orgId, room, ids: new Set() };
    found.ids.add(key);
    byRoom.set(name, found);
  }
  const publications: Publication[] = [];
  // In the same order on every node, so that no two wait for each other in a circle.
  for (const [, { orgId, room, ids }] of [...byRoom].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const from = await takeSequence(tx, orgId, room, 1);
    const changes: LiveChange[] = [...ids].map((id) => ({ type: 'record.changed', id }));
    publications.push({ orgId, event: { room, from, seq: from + 1, changes } });
  }
  return publications;
};

const PREFIX = recordsRoom('');

/** A room a module, for those who may see the module. */
const recordRooms = (db: Db, modules: Modules): RoomHandler => ({
  knows: (room) => room.startsWith(PREFIX),
  async allows(party, room) {
    if (party.kind !== 'user') return false;
    const name = room.slice(PREFIX.length);
    const module = (await modules.of(db, party.orgId)).all.find(({ apiName }) => apiName === name);
    if (!module) return false;
    const access = await loadAccess(db, party);
    if (module.belongsTo) return module.belongsTo.modules.some(({ apiName }) => access.may(apiName, 'view'));
    return access.may(name, 'view');
  },
  sequence: (orgId, room) => roomSequence(db, orgId, room),
});

/** Live hints of records. */
export function tellLive(relay: Relay, realtime: Realtime, db: Db, modules: Modules): void {
  for (const topic of [RECORD_CREATED, RECORD_UPDATED, RECORD_DELETED]) relay.on(topic, announceChanges);
  realtime.serve(recordRooms(db, modules));
}
