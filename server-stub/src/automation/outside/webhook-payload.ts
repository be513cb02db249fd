import type { WorkflowAction } from '@crm-elements/contract';
import type { Merger } from '../merge/merger.js';
import type { WebhookPayload } from './payload.js';

type WebhookAction = Extract<WorkflowAction, { type: 'webhook' }>;

/** The call of a webhook: with the values that are given, else with the record. */
export function webhookPayload({ url, method, values }: WebhookAction, merger: Merger): WebhookPayload {
  const given =
    values && Object.fromEntries(Object.entries(values).map(([name, value]) => [name, merger.plain(value)]));
  if (method !== 'GET') return { type: 'webhook', url, method, body: JSON.stringify(given ?? merger.record) };
  const address = new URL(url);
  for (const [name, value] of Object.entries(given ?? {})) address.searchParams.set(name, value);
  return { type: 'webhook', url: address.href, method, body: '' };
}
