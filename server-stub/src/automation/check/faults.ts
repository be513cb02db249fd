import { Failure, type FieldError } from '../../platform/http/failure.js';

/** What is wrong with an input: by path, as `actions[1].value`. */
export class Faults {
  readonly #errors: FieldError[] = [];

  add(path: string, message: string): void {
    this.#errors.push({ path, message });
  }

  /** @throws Failure invalid_input naming everything that was added */
  throwIfAny(): void {
    const [first] = this.#errors;
    if (!first) return;
    throw new Failure(400, 'invalid_input', {
      detail: `${first.path}: ${first.message}`,
      errors: this.#errors,
    });
  }
}
