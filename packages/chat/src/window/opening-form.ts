import type { CrmClient } from '@crm-elements/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { keepDraft, readDraft } from '../thread/drafts.js';
import type { Opening } from './visitor-store.js';

export type OpeningField = keyof Opening;
type Field = HTMLInputElement | HTMLTextAreaElement;

const DRAFT = 'opening';
const empty: Opening = { name: '', email: '', text: '' };

/** What a visitor fills in before the first message: kept on the device, checked by the browser's own rules. */
export class OpeningForm implements ReactiveController {
  values: Opening = empty;
  /** Fields that were found wanting. */
  invalid: ReadonlySet<OpeningField> = new Set();
  #client: CrmClient | undefined;
  #isTouched = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly send: (opening: Opening) => Promise<boolean>,
  ) {
    host.addController(this);
  }

  use(client: CrmClient | undefined): void {
    if (client === this.#client) return;
    this.#client = client;
    if (client) void this.#restore(client);
  }

  /** Takes back what could not be sent. */
  mend(opening: Opening): void {
    if (this.#isTouched) return;
    const { name, email, text } = opening;
    this.#isTouched = true;
    this.values = { name, email, text };
  }

  readonly onInput = ({ target }: Event): void => {
    const field = target as Field;
    const name = field.name as OpeningField;
    this.#isTouched = true;
    this.values = { ...this.values, [name]: field.value };
    if (this.invalid.has(name) && isValid(field)) {
      this.invalid = new Set([...this.invalid].filter((one) => one !== name));
    }
    this.#keep();
    this.host.requestUpdate();
  };

  readonly onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const fields = [...(event.currentTarget as HTMLFormElement).elements].filter(isField);
    const wrong = fields.filter((field) => !isValid(field));
    this.invalid = new Set(wrong.map(({ name }) => name as OpeningField));
    this.host.requestUpdate();
    if (wrong[0]) wrong[0].focus();
    else void this.#submit();
  };

  hostDisconnected(): void {
    this.use(undefined);
  }

  async #submit(): Promise<void> {
    const { name, email, text } = this.values;
    if (!(await this.send({ name: name.trim(), email: email.trim(), text: text.trim() }))) return;
    // Who it is holds for the next time; what it was about does not.
    this.values = { ...this.values, text: '' };
    this.#isTouched = false;
    this.#keep();
  }

  async #restore(client: CrmClient): Promise<void> {
    const draft = await readDraft(client, DRAFT);
    if (this.#isTouched || this.#client !== client) return;
    this.values = { ...empty, ...(draft as Opening | undefined) };
    this.host.requestUpdate();
  }

  #keep(): void {
    if (this.#client) void keepDraft(this.#client, DRAFT, this.values);
  }
}

const isField = (element: Element): element is Field =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/** White space alone is nothing. */
const isValid = (field: Field): boolean => field.validity.valid && field.value.trim() !== '';
