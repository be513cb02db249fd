import type { WriteRow } from '@crm-elements/contract';
import { isId } from '../../crm-dialect/ids.js';

/** Why a row of a write is refused. */
export class RowError extends Error {
  override name = 'RowError';
  constructor(
    readonly code: string,
    message: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
  }

  toRow(): WriteRow {
    return { code: this.code, details: this.details, message: this.message, status: 'error' };
  }
}

/** Reads the fields of one row of a write; what is wrong is told as Zoho does, by a `RowError`. */
export class RowReader {
  constructor(
    readonly row: Record<string, unknown>,
    /** JSON path of the row, `$.roles[0]`. */
    readonly path: string,
  ) {}

  has(name: string): boolean {
    return this.row[name] !== undefined;
  }

  /** Where a field stands, for the details of an error. */
  at(name: string): Record<string, unknown> {
    return { api_name: name, json_path: `${this.path}.${name}` };
  }

  invalid(name: string, more: Record<string, unknown> = {}, message = 'invalid data'): RowError {
    return new RowError('INVALID_DATA', message, { ...this.at(name), ...more });
  }

  missing(name: string): RowError {
    return new RowError('MANDATORY_NOT_FOUND', 'required field not found', this.at(name));
  }

  /** Trimmed text; null when it is empty or null, undefined when the row does not have it. */
  text(name: string, maxLength: number): string | null | undefined {
    const value = this.row[name];
    if (value === undefined || value === null) return value;
    if (typeof value !== 'string' || value.includes('\0'))
      throw this.invalid(name, { expected_data_type: 'text' });
    if (value.length > maxLength) throw this.invalid(name, { maximum_length: maxLength });
    return value.toWellFormed().trim() || null;
  }

  /** Text that has to be there; undefined only when the row may leave it out. */
  needed(name: string, maxLength: number, required: true): string;
  needed(name: string, maxLength: number, required: boolean): string | undefined;
  needed(name: string, maxLength: number, required: boolean): string | undefined {
    const value = this.text(name, maxLength);
    if (value === null || (value === undefined && required)) throw this.missing(name);
    return value;
  }

  boolean(name: string): boolean | undefined {
    const value = this.row[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'boolean') throw this.invalid(name, { expected_data_type: 'boolean' });
    return value;
  }

  /** An id, bare or as `{ id }`; null for nothing, undefined when the row does not have it. */
  reference(name: string): string | null | undefined {
    const value = this.row[name];
    if (value === undefined || value === null) return value;
    const id: unknown = typeof value === 'object' ? (value as { id?: unknown }).id : value;
    if (!isId(id)) throw this.invalid(name, { expected_data_type: 'jsonobject' });
    return id;
  }

  /** A reference that has to be there; undefined only when the row may leave it out. */
  neededReference(name: string, required: true): string;
  neededReference(name: string, required: boolean): string | undefined;
  neededReference(name: string, required: boolean): string | undefined {
    const id = this.reference(name);
    if (id === null || (id === undefined && required)) throw this.missing(name);
    return id;
  }
}
