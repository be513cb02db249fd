import { mapComparisons, type Criteria, type FieldTypes } from '@crm-elements/contract/criteria';

/** In searches `equals` means "contains" for text, as in Zoho CRM; e-mail addresses, numbers, ... stay exact. */
export const loosenEquals = (criteria: Criteria, types: FieldTypes): Criteria =>
  mapComparisons(criteria, (comparison) => {
    if (types(comparison.field) !== 'text') return comparison;
    if (comparison.operator === 'equals') return { ...comparison, operator: 'contains' };
    if (comparison.operator === 'not_equal') return { ...comparison, operator: 'not_contains' };
    return comparison;
  });
