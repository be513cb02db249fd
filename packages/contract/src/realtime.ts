/**
 * Realtime over Socket.IO (WebSocket only). Live events are hints: they carry ids and the sequence
 * of their room, never bodies. A gap in the sequence triggers a catch-up read over REST.
 */

/** One change in a room. */
export interface LiveChange {
  type:
    | 'visit.changed'
    /** Somebody whom the reader is to be told of has come; the id is that of the visit. */
    | 'visitor.arrived'
    | 'conversation.changed'
    | 'record.changed'
    | 'notification.changed'
    | 'workflow_run.changed';
  id: string;
}

/** Somebody is writing; not kept, not numbered, lost without harm. */
export interface Typing {
  room: string;
  author: 'visitor' | 'operator';
}

/** Changes of a room in commit order; `seq` is the sequence of the last of them. */
export interface LiveEvent {
  room: string;
  /** Sequence before the first change; a reader whose own is lower has a gap. */
  from: number;
  seq: number;
  changes: LiveChange[];
}

export type JoinAnswer = { seq: number } | { error: 'forbidden' | 'unknown_room' };

export interface ServerToClient {
  live: (event: LiveEvent) => void;
  typing: (event: Typing) => void;
  /** The token ended or a right was taken away; rooms are left. */
  expired: () => void;
}

export interface ClientToServer {
  join: (room: string, answer: (result: JoinAnswer) => void) => void;
  leave: (room: string) => void;
  typing: (room: string) => void;
  /** Sign of life that also tells the present sequence of each joined room. */
  sync: (answer: (seqs: Record<string, number>) => void) => void;
  /** Renews the token of the connection. */
  token: (token: string, answer: (ok: boolean) => void) => void;
}

/** Room of all visits of the reader's organization. */
export const VISITS_ROOM = 'visits';
/** Room of the visitors whom one user is told of, for nobody else. */
export const visitorNoticesRoom = (userId: string): string => `visitor-notices/${userId}`;
/** Room of all conversations of the reader's organization: the operators' queue. */
export const CONVERSATIONS_ROOM = 'conversations';
/** Room of one conversation; its sequence is the conversation's `rev`. */
export const conversationRoom = (id: string): string => `conversation/${id}`;
/** Room of the records of a module, for those who may see the module. */
export const recordsRoom = (module: string): string => `records/${module}`;
/** Room of the log of workflow rules, for those who may manage them. */
export const WORKFLOW_RUNS_ROOM = 'workflow-runs';
/** Room of one user's notifications, for nobody else. */
export const notificationsRoom = (userId: string): string => `notifications/${userId}`;
