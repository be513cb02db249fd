/** A record with which it did not work, and the server's words why. */
export interface MassFailure {
  /** Empty where it is about no record of its own. */
  id: string;
  message: string;
  /** What the record is called, where that is known. */
  name?: string | undefined;
}

/** How far an action with many records is. */
export interface MassState {
  status: 'idle' | 'running' | 'done';
  isDelete: boolean;
  /** The server does it by itself; else it ends with the page. */
  isJob: boolean;
  /** Records that are dealt with, well or not. */
  done: number;
  /** Undefined while it is being found out. */
  total: number | undefined;
  failed: number;
  /** The first of those that failed. */
  failures: readonly MassFailure[];
  /** Ids of those it worked with, once it is done; none of a job. */
  changed: ReadonlySet<string>;
}

/** Failures that are told one by one. */
const TOLD = 20;

export const idleMass: MassState = {
  status: 'idle',
  isDelete: false,
  isJob: false,
  done: 0,
  total: undefined,
  failed: 0,
  failures: [],
  changed: new Set(),
};

/** With the outcome of some more records. */
export const withOutcome = (state: MassState, done: number, failures: readonly MassFailure[]): MassState => ({
  ...state,
  done: state.done + done,
  failed: state.failed + failures.length,
  failures: [...state.failures, ...failures].slice(0, TOLD),
});
