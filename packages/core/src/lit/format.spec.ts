import { describe, expect, it } from 'vitest';
import { formatsFor } from './format.js';

describe('formats', () => {
  it('write lengths of time with their units', () => {
    const formats = formatsFor('en');
    expect([-5, 5_999, 200_000, 3_600_000, 5_400_000].map((ms) => formats.duration(ms))).toEqual([
      '0 sec',
      '5 sec',
      '3 min',
      '1 hr 0 min',
      '1 hr 30 min',
    ]);
  });

  it('follow the language', () => {
    expect(formatsFor('fr').number(1234.5)).toBe(new Intl.NumberFormat('fr').format(1234.5));
    expect(formatsFor('fr').plural(0)).toBe('one');
    expect(formatsFor('en').plural(0)).toBe('other');
    expect(formatsFor('ar').plural(2)).toBe('two');
  });

  it('keep formatters of different options and languages apart', () => {
    const formats = formatsFor('en');
    expect(formats.number(7, { minimumIntegerDigits: 2 })).toBe('07');
    expect(formats.number(7)).toBe('7');
    const time = '2026-03-04T09:30:00Z';
    expect(formatsFor('fr').dateTime(time)).not.toBe(formatsFor('en').dateTime(time));
  });

  it('are English where the lang of the page is no language', () => {
    expect(formatsFor('no such language').number(1234.5)).toBe('1,234.5');
  });
});
