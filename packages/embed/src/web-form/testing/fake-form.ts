import type { WebFormDescription } from '@crm-elements/contract';

type Field = WebFormDescription['fields'][number];

const field = (name: string, type: string, more: Partial<Field> = {}): Field => ({
  api_name: name,
  label: name.replace('_', ' '),
  required: false,
  data_type: type,
  options: [],
  ...more,
});

export const description = (more: Partial<WebFormDescription> = {}): WebFormDescription => ({
  name: 'Contact us',
  fields: [
    field('Last_Name', 'text', { required: true }),
    field('Email', 'email', { required: true }),
    field('Website', 'website'),
    field('Employees', 'integer'),
    field('Source', 'picklist', { options: ['-None-', 'Fair', 'Friend'] }),
    field('Consent', 'boolean', { required: true }),
    field('Since', 'date'),
    field('Description', 'textarea'),
  ],
  return_url: null,
  portal_key: null,
  ...more,
});

/** What was sent to the CRM. */
export interface Sent {
  readonly client_id: string;
  readonly u?: string;
  readonly s?: string;
  readonly values: Record<string, string>;
}

/** Stands in for the CRM: gives the description, and the answers one after the other, the last one again and again. */
export class FakeForm {
  readonly sent: Sent[] = [];
  description: () => Promise<Response> | Response = () => Response.json(description());
  answers: (() => Promise<Response> | Response)[] = [];
  readonly #fetch = window.fetch;

  constructor() {
    window.fetch = async (input, init) => {
      const url = (input as URL).href;
      if (url.endsWith('/description')) return this.description();
      this.sent.push(JSON.parse(init?.body as string) as Sent);
      const answer = this.answers.length > 1 ? this.answers.shift() : this.answers[0];
      return answer ? answer() : Response.json({ return_url: null }, { status: 201 });
    };
  }

  restore(): void {
    window.fetch = this.#fetch;
    sessionStorage.clear();
    localStorage.clear();
  }
}

export const refusal = (status: number, ...faults: string[]): Response =>
  Response.json(
    { code: 'refused', errors: faults.map((name) => ({ path: `/values/${name}`, message: 'no' })) },
    { status },
  );
