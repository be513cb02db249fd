import type { FieldDraft, OfferedType } from './field-draft.js';
import { linesOf } from './field-draft.js';

const examples: Partial<Record<OfferedType, unknown>> = {
  integer: 12,
  double: 4.5,
  currency: 99.9,
  percent: 12.5,
  boolean: true,
  date: '2026-02-28',
  datetime: '2026-02-28T14:30:00Z',
  email: 'ida@shop.example',
  phone: '+33 1 23 45 67 89',
  website: 'https://shop.example',
};

/** How a page tells a value of the field. */
export function siteCode({ label, type, values }: Pick<FieldDraft, 'label' | 'type' | 'values'>): string {
  const value = type === 'picklist' ? linesOf(values)[0] : examples[type];
  return `crm('track', 'details', { ${JSON.stringify(label.trim())}: ${JSON.stringify(value ?? '…')} });`;
}
