import { parseCriteria } from '@crm-elements/contract/criteria';
import { expect, it } from 'vitest';
import { visitor } from '../../testing/samples.js';
import { RingPlaces } from './place-in-rings.js';

const rings = [
  parseCriteria('(Visitor_Type:in:Customer,Potential)'),
  parseCriteria('(Visitor_Type:in:Lead,Contact)'),
  parseCriteria('((Returning:equals:true)or(Number_Of_Pages:greater_than:3))'),
  parseCriteria('(Seconds_On_Site:greater_than:600)'),
];

const shown = (id: string, changes = {}) => ({ ...visitor(id, changes), leftAt: undefined });

it('puts each visitor into the first ring that fits, and others outside', () => {
  const places = new RingPlaces(rings).place(
    [
      shown('1', { visitor_type: 'Lead', returning: true }),
      shown('2', { visitor_type: 'Customer' }),
      shown('3', { page_count: 4 }),
      shown('4'),
      shown('5', { started_at: new Date(Date.now() - 700_000).toISOString() }),
    ],
    Date.now(),
  );
  expect(places.map((ring) => ring.map(({ visit_id: id }) => id))).toEqual([
    ['2'],
    ['1'],
    ['3'],
    ['5'],
    ['4'],
  ]);
});

it('puts everybody else into a ring without criteria', () => {
  const places = new RingPlaces([...rings.slice(0, 3), null]).place([shown('4')], Date.now());
  expect(places.map((ring) => ring.length)).toEqual([0, 0, 0, 1, 0]);
});

it('looks again at who has changed, and where time is compared', () => {
  const now = Date.now();
  const places = new RingPlaces(rings);
  const ringOf = (one: ReturnType<typeof shown>, at: number) =>
    places.place([one], at).findIndex((ring) => ring.length > 0);
  const before = shown('4', { started_at: new Date(now).toISOString() });
  expect(ringOf(before, now)).toBe(4);
  expect(ringOf({ ...before, page_count: 9 }, now)).toBe(2);
  expect(ringOf(before, now + 700_000)).toBe(3);
});
