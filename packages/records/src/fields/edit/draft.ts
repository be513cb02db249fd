import type { Fault } from './fault.js';

/** A record or user that a field points to. */
export interface Reference {
  id: string;
  name: string;
}

/** A record that a lookup into any module points to. */
export interface AnyReference extends Reference {
  module: { api_name: string };
}

/** What stands in the editor of a field, as it was typed or chosen. */
export type Draft = string | boolean | readonly string[] | Reference | null;

/** What a draft means: the value that the API takes, or what is wrong with it. */
export type Reading = { value: unknown } | { fault: Fault };
