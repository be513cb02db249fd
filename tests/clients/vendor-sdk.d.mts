interface Backend {
  origin: string;
  clientId: string;
  clientSecret: string;
  refreshToken: string;
}
type Values = Record<string, unknown>;
interface Outcome {
  status: number;
  code: string;
  details: Values;
  action?: string;
}

/** Round trips through the SDK, in plain values. */
export interface VendorSdk {
  create(module: string, values: Values): Promise<Outcome>;
  update(module: string, id: string, values: Values): Promise<Outcome>;
  upsert(module: string, values: Values, checks: string[]): Promise<Outcome>;
  remove(module: string, id: string): Promise<Outcome>;
  get(module: string, id: string, fields: string[]): Promise<Values | undefined>;
  list(module: string, fields: string[], perPage: number): Promise<{ rows: Values[]; more: boolean }>;
  search(module: string, criteria: string, fields: string[]): Promise<Values[]>;
  coql(query: string, fields: string[]): Promise<Values[]>;
  addNote(module: string, id: string, title: string, content: string): Promise<Outcome>;
  notes(): Promise<[title: string, content: string][]>;
  attach(module: string, id: string, name: string, content: string): Promise<Outcome>;
  attachments(module: string, id: string): Promise<string[]>;
  download(module: string, id: string, attachment: string): Promise<string>;
  detach(module: string, id: string, attachment: string): Promise<Outcome>;
  addTag(module: string, id: string, name: string): Promise<Outcome>;
  tags(module: string): Promise<string[]>;
  users(): Promise<string[]>;
  modules(): Promise<string[]>;
  close(): void;
}

export function openVendorSdk(backend: Backend): Promise<VendorSdk>;
