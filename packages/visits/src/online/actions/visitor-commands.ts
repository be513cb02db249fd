import type { OnlineVisitor, TriggerAction } from '@crm-elements/contract';
import type { CrmClient } from '@crm-elements/core';

type VisitorRecord = NonNullable<OnlineVisitor['record']>;

/** What a store of visitors does for a reader. */
export interface VisitorCommands {
  /** Asks the page of a visit to do something. @throws {CrmError} */
  command(visitId: string, action: TriggerAction): Promise<void>;
  /** Adds a mobile number to the record of a visitor, VIS-129. @throws {CrmError} */
  setPhone(record: VisitorRecord, phone: string): Promise<void>;
}

/** @throws {CrmError} */
export async function commandVisitor({ call }: CrmClient, id: string, action: TriggerAction): Promise<void> {
  await call('POST /v1/visits/:id/commands', { params: { id }, body: action });
}

/** @throws {CrmError} */
export async function addPhone(
  { call }: CrmClient,
  { module, id }: VisitorRecord,
  phone: string,
): Promise<void> {
  await call('PUT /crm/v8/:module/:id', { params: { module, id }, body: { data: [{ Mobile: phone }] } });
}
