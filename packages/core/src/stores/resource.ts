import type { CrmError } from '../errors.js';

/** What a view draws: nothing yet, data (perhaps stale), or an error with the last data beside it. */
export interface Resource<T> {
  status: 'loading' | 'ready' | 'error';
  data: T | undefined;
  /** The data may be behind: the live link is down. */
  stale: boolean;
  error: CrmError | undefined;
}

export const loading: Resource<never> = {
  status: 'loading',
  data: undefined,
  stale: false,
  error: undefined,
};

export const ready = <T>(data: T, stale = false): Resource<T> => ({
  status: 'ready',
  data,
  stale,
  error: undefined,
});

export const failed = <T>(error: CrmError, data: T | undefined): Resource<T> => ({
  status: data === undefined ? 'error' : 'ready',
  data,
  stale: data !== undefined,
  error,
});
