import type { FieldDescription } from '@crm-elements/contract';
import { formatsFor } from '@crm-elements/core/lit';
import { comparatorWords } from '@crm-elements/ui';
import { describe, expect, it } from 'vitest';
import { ar } from '../i18n/ar.js';
import { en } from '../i18n/en.js';
import { leadFields } from '../testing/samples.js';
import { describeCriteria } from './describe-criteria.js';

const english = { words: en, comparators: comparatorWords.in('en'), formats: formatsFor('en') };
const owner = { ...leadFields[0]!, api_name: 'Owner', field_label: 'Owner', data_type: 'ownerlookup' };
const born = { ...leadFields[0]!, api_name: 'Born', field_label: 'Born', data_type: 'date' };
const fields: FieldDescription[] = [...leadFields, owner, born];

describe('criteria of a rule in words', () => {
  it.each([
    ['(Lead_Source:equals:Web Site)', 'if Lead Source is Web Site'],
    ['((City:equals:Paris)or(City:equals:${EMPTY}))', 'if City is Paris or City is empty'],
    ['(City:in:Paris,Lyon)', 'if City is any of Paris and Lyon'],
    ['(Annual_Revenue:greater_than:1000000)', 'if Annual Revenue is more than 1,000,000'],
    ['(Email_Opt_Out:equals:true)', 'if Email Opt Out is Yes'],
    ['(Born:greater_than:2026-03-04)', 'if Born is after Mar 4, 2026'],
  ])('spells %s', (criteria, words) => {
    expect(describeCriteria(criteria, { ...english, fields })).toBe(words);
  });

  it.each([
    ['an id says nothing', '(Owner:equals:12)', 'if it meets 1 condition'],
    ['a field is not known', '(Gone:equals:12)', 'if it meets 1 condition'],
    ['there are many', '((City:equals:a)and(City:equals:b)and(City:equals:c))', 'if it meets 3 conditions'],
    ['they are of a later version', 'City ~ Paris', 'if it meets 1 condition'],
  ])('counts where %s', (_why, criteria, words) => {
    expect(describeCriteria(criteria, { ...english, fields })).toBe(words);
  });

  it('speaks Arabic', async () => {
    await comparatorWords.load('ar');
    const description = {
      words: ar,
      comparators: comparatorWords.in('ar'),
      formats: formatsFor('ar'),
      fields,
    };
    expect(describeCriteria('(City:equals:Paris)', description)).toBe('حيث City يساوي Paris');
  });
});
