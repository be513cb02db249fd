/** Values by the API names of the fields. */
export type FormValues = Readonly<Record<string, string>>;

/** Asks to send a web form; cancelling it keeps the form, and what was typed, as it is. */
export class CrmWebFormSubmitEvent extends Event {
  /** What was filled in. */
  readonly values: FormValues;

  constructor(values: FormValues) {
    super('crm-web-form-submit', { bubbles: true, composed: true, cancelable: true });
    this.values = values;
  }
}

/** Tells that the CRM has taken a web form; the page then thanks, or goes where the form's owner says. */
export class CrmWebFormSubmittedEvent extends Event {
  /** What was filled in. */
  readonly values: FormValues;

  constructor(values: FormValues) {
    super('crm-web-form-submitted', { bubbles: true, composed: true });
    this.values = values;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'crm-web-form-submit': CrmWebFormSubmitEvent;
    'crm-web-form-submitted': CrmWebFormSubmittedEvent;
  }
}
