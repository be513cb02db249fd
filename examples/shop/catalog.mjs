/**
 * @typedef {object} Lamp
 * @property {string} slug the page's name and the illustration's
 * @property {string} name
 * @property {string} kind
 * @property {number} price in euros
 * @property {string} line one sentence for the card
 * @property {string} story
 * @property {string} size
 * @property {string} material
 * @property {string} bulb
 */

/** @type {readonly Lamp[]} */
export const lamps = [
  {
    slug: 'alma',
    name: 'Alma',
    kind: 'Table lamp',
    price: 148,
    line: 'A linen dome on turned oak.',
    story:
      'Light falls down and a little outwards: enough for a book, not for the whole room. The dome is pressed from one piece of linen and can be changed without a tool.',
    size: '42 cm high, 34 cm wide',
    material: 'Linen, oiled oak',
    bulb: 'E27, warm white, dimmable',
  },
  {
    slug: 'birk',
    name: 'Birk',
    kind: 'Floor lamp',
    price: 320,
    line: 'Three legs, one calm circle of light.',
    story:
      'Birk stands beside a chair without asking for attention. The legs are steamed birch, held by a single brass pin; fold them and the lamp moves house in a car.',
    size: '148 cm high, 46 cm wide',
    material: 'Birch, brass, cotton',
    bulb: 'E27, warm white, dimmable',
  },
  {
    slug: 'coste',
    name: 'Coste',
    kind: 'Pendant',
    price: 190,
    line: 'A clay bell for the table below.',
    story:
      'Thrown by hand and glazed inside only, so that the light is bright on the plates and soft on the faces. The textile cord is cut to the height of your ceiling.',
    size: '28 cm high, 36 cm wide',
    material: 'Terracotta, textile cord',
    bulb: 'E27, warm white',
  },
  {
    slug: 'dune',
    name: 'Dune',
    kind: 'Table lamp',
    price: 165,
    line: 'Opal glass on three stones.',
    story:
      'Three stoneware pebbles carry a globe of opal glass. Each is glazed in its own firing, so no two are alike; the globe glows evenly from every side.',
    size: '38 cm high, 22 cm wide',
    material: 'Stoneware, opal glass',
    bulb: 'G9, warm white, dimmable',
  },
  {
    slug: 'ebb',
    name: 'Ebb',
    kind: 'Portable lamp',
    price: 120,
    line: 'Forty hours, then an evening on the charger.',
    story:
      'Carry it out to the garden, set it on the sill, take it to bed. Touch the cap for three steps of light. The battery is replaced with one screw.',
    size: '26 cm high, 16 cm wide',
    material: 'Powder-coated aluminium',
    bulb: 'Built in, replaceable, 2700 K',
  },
  {
    slug: 'fjell',
    name: 'Fjell',
    kind: 'Desk lamp',
    price: 240,
    line: 'An arm that stays where you leave it.',
    story:
      'Two joints with spring washers, no visible screw. The head turns in every direction and keeps its light off the screen and on the paper.',
    size: '58 cm reach',
    material: 'Steel, brass',
    bulb: 'Built in, replaceable, 3000 K',
  },
];
