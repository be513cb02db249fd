import type { OnlineVisitor } from '@crm-elements/contract';

/** What a visitor is to the CRM, by the module of the record they are known as. */
export function visitorType(module: string | null): OnlineVisitor['visitor_type'] {
  if (module === 'Leads') return 'Lead';
  return module === 'Contacts' ? 'Contact' : 'Unknown';
}
