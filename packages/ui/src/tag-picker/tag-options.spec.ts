import { describe, expect, it } from 'vitest';
import { tagOptions } from './tag-options.js';

const all = ['VIP', 'Paris', 'Partner'];
const names = (text: string, chosen: string[] = []) => tagOptions(all, chosen, text).map(({ name }) => name);

describe('tags to choose', () => {
  it('are those of the module that the record has not', () => {
    expect(names('')).toEqual(['VIP', 'Paris', 'Partner']);
    expect(names('', ['vip'])).toEqual(['Paris', 'Partner']);
  });

  it('fit what is typed, which comes last as a new one', () => {
    expect(tagOptions(all, [], 'par')).toEqual([
      { id: 'Paris', name: 'Paris' },
      { id: 'Partner', name: 'Partner' },
      { id: 'par', name: 'par', isNew: true },
    ]);
  });

  it('offer nothing new that is there already, however it is written', () => {
    expect(names('vip')).toEqual(['VIP']);
    expect(names('vip', ['VIP'])).toEqual([]);
  });
});
