import { describe, expect, it } from 'vitest';
import { formatsFor } from './format.js';
import { formatBytes, formatDay, formatList, formatRelative } from './format-more.js';

describe('formats', () => {
  it('write days, however the clock of the reader stands', () => {
    expect(formatDay(formatsFor('en'), '2026-03-04')).toBe('Mar 4, 2026');
    expect(formatDay(formatsFor('fr'), '2026-12-31T23:59:59+14:00')).toBe('31 déc. 2026');
  });

  it('write how long ago something was, and the time itself after a week', () => {
    const now = Date.parse('2026-03-10T12:00:00Z');
    const ago = (seconds: number, lang = 'en') =>
      formatRelative(formatsFor(lang), new Date(now - seconds * 1000), now);
    expect([0, 30, 90, 7_200, 86_400, 3 * 86_400].map((seconds) => ago(seconds))).toEqual([
      'now',
      '30 seconds ago',
      '1 minute ago',
      '2 hours ago',
      'yesterday',
      '3 days ago',
    ]);
    expect(ago(-600)).toBe('in 10 minutes');
    expect(ago(86_400, 'fr')).toBe('hier');
    expect(ago(8 * 86_400)).toContain('2026');
  });

  it('write sizes and lists', () => {
    const formats = formatsFor('en');
    expect([0, 999, 1_500, 20_971_520].map((count) => formatBytes(formats, count))).toEqual([
      '0 bytes',
      '999 bytes',
      '1.5 kB',
      '21 MB',
    ]);
    expect(formatList(formats, ['a', 'b', 'c'])).toBe('a, b, and c');
  });
});
