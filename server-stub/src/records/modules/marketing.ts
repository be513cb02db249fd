import type { FieldSpec } from '../fields/index.js';
import { field } from './spec.js';

/** The section of what brought a person here. */
const MARKETING = 'Marketing Information';

/** The campaign behind a first visit: click id of Google Ads and campaign parameters. Nobody can change them. */
export const marketingFields: FieldSpec[] = [
  field('GCLID', 'text', { readOnly: true }),
  field('Campaign_Source', 'text', { readOnly: true }),
  field('Campaign_Medium', 'text', { readOnly: true }),
  field('Campaign_Name', 'text', { readOnly: true }),
  field('Campaign_Term', 'text', { readOnly: true }),
  field('Campaign_Content', 'text', { readOnly: true }),
].map((each) => ({ ...each, section: MARKETING }));
