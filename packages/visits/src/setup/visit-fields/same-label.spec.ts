import { describe, expect, it } from 'vitest';
import { findSimilar, isSameLabel } from './same-label.js';

describe('labels', () => {
  it('are the same whatever their case, and with spaces around them', () => {
    expect(isSameLabel(' Plan Chosen', 'plan chosen ')).toBe(true);
    expect(isSameLabel('Plan chosen', 'Plan-chosen')).toBe(false);
  });

  it.each([
    ['Plan-chosen', 'Plan chosen'],
    ['planchosen', 'Plan chosen'],
    ['Plan chosne', 'Plan chosen'],
    ['Plan chose', 'Plan chosen'],
    ['Plan xhosen', 'Plan chosen'],
    ['Société', 'Societe'],
  ])('“%s” is told from “%s” only just', (typed, told) => {
    expect(findSimilar(typed, ['Seats', told])).toBe(told);
  });

  it.each(['plan chosen', 'Plan', 'Cats', ''])('“%s” is not taken for another', (typed) => {
    expect(findSimilar(typed, ['Seats', 'Plan chosen'])).toBeUndefined();
  });
});
