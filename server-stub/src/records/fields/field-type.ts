import type { Field } from './field.js';

type Details = Record<string, unknown>;

/** What a value in a request comes to. */
export type Reading = { stored: unknown } | { fault: Details };

/** All that the API has to know of a type of fields. */
export interface FieldType {
  jsonType: 'string' | 'integer' | 'double' | 'boolean' | 'jsonobject' | 'jsonarray';
  /** Characters or digits, where the field says nothing else. */
  length: number;
  /** Type of its SQL expression. */
  sqlType: 'text' | 'bigint' | 'numeric' | 'boolean' | 'date' | 'timestamptz' | 'jsonb';
  /** Checks a value that is not empty and turns it into what is stored as JSON. */
  read(value: unknown, field: Field): Reading;
  /** What a record shows of the stored value; the value itself when absent. References are shown elsewhere. */
  present?(stored: unknown): unknown;
}

export const wrongType = ({ dataType }: Field): Reading => ({
  fault: { expected_data_type: dataType === 'tag' ? 'jsonarray' : dataType },
});
