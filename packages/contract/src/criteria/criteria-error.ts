/**
 * What is wrong with criteria: how they are written, an unknown field, an operator that the field's type does
 * not have, a value that is none of the field's type, or too much of something.
 */
export type CriteriaFault = 'syntax' | 'field' | 'operator' | 'value' | 'limit';

/** The one error that this module throws. */
export class CriteriaError extends Error {
  override readonly name = 'CriteriaError';

  constructor(
    readonly fault: CriteriaFault,
    message: string,
    readonly where: {
      /** Offset into the text, in UTF-16 units. */
      readonly position?: number;
      /** API name of the field that is compared. */
      readonly field?: string;
    } = {},
  ) {
    super(message);
  }
}
