import type { VisitorNotice } from '@crm-elements/contract';

/** Notices that are kept: what the list shows. */
export const MOST = 30;

/** Up to which sequence notices were told by a pop-up, and seen in the list. */
export interface Marks {
  told: number;
  seen: number;
}

export interface NoticesState extends Marks {
  /** Newest first. */
  notices: readonly VisitorNotice[];
  /** Everything up to this sequence of the room is in here. */
  seq: number;
  /** Whether any portal tells of its visitors. */
  notifies: boolean;
}

export interface NoticesAnswer {
  /** Oldest first. */
  data: readonly VisitorNotice[];
  seq: number;
  notifies: boolean;
}

/** @param marks as they were kept; without them, everything so far is old */
export function firstNotices(answer: NoticesAnswer, marks: Marks | undefined): NoticesState {
  const { data, seq, notifies } = answer;
  const { told = seq, seen = seq } = marks ?? {};
  // A room that begins anew has forgotten what was told.
  const [toldTo, seenTo] = [told, seen].map((mark) => Math.min(mark, seq));
  return { notices: [...data].reverse(), seq, notifies, told: toldTo ?? seq, seen: seenTo ?? seq };
}

/** Adds what has come since. */
export function addNotices(state: NoticesState, { data, seq, notifies }: NoticesAnswer): NoticesState {
  const known = new Set(data.map((notice) => notice.seq));
  const notices = [...data].reverse().concat(state.notices.filter((notice) => !known.has(notice.seq)));
  return { ...state, notices: notices.slice(0, MOST), seq: Math.max(seq, state.seq), notifies };
}

/** Those who came after everything that was told, and are still there; newest first. */
export const untold = ({ notices, told }: NoticesState): VisitorNotice[] =>
  notices.filter(({ seq, visitor }) => seq > told && visitor.online);
