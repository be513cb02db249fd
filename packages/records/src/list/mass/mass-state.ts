/** A record with which it did not work, and the server's words why. */
export interface MassFailure {
  id: string;
  message: string;
}

/** How far an action with many records is. */
export interface MassState {
  status: 'idle' | 'running' | 'done';
  isDelete: boolean;
  /** Records that are dealt with, well or not. */
  done: number;
  /** Undefined while it is being found out. */
  total: number | undefined;
  failed: number;
  /** The first of those that failed; a job tells only their number. */
  failures: readonly MassFailure[];
}

/** Failures that are told one by one. */
const TOLD = 20;

export const idleMass: MassState = {
  status: 'idle',
  isDelete: false,
  done: 0,
  total: undefined,
  failed: 0,
  failures: [],
};

/** With the outcome of some more records. */
export const withOutcome = (state: MassState, done: number, failures: readonly MassFailure[]): MassState => ({
  ...state,
  done: state.done + done,
  failed: state.failed + failures.length,
  failures: [...state.failures, ...failures].slice(0, TOLD),
});
