const SEEDS = [1_779_033_703, 3_144_134_277, 1_013_904_242, 2_773_480_762];
const FACTORS = [597_399_067, 2_869_860_233, 951_274_213, 2_716_044_179];

/** 128 bits of a text. It tells texts apart, nothing more; the platform's own digest is not there on plain http. */
const hash = (text: string): Uint32Array => {
  const lanes = Uint32Array.from(SEEDS);
  const mix = (value: number): void =>
    lanes.forEach((lane, index) => {
      const mixed = Math.imul(lane ^ value ^ (lanes[(index + 3) % 4]! >>> 5), FACTORS[index]!);
      lanes[index] = mixed ^ (mixed >>> 15);
    });
  for (let index = 0; index < text.length; index++) mix(text.charCodeAt(index));
  // What came last reaches every bit.
  SEEDS.forEach(mix);
  return lanes;
};

/**
 * The visitor's id out of the one that an earlier tracker gave: always the same, 22 characters, a UUIDv8. By its version
 * the server knows that the visitor was here before.
 */
export const deriveId = (former: string): string => {
  const bytes = new Uint8Array(hash(former).buffer);
  bytes[6] = (bytes[6]! & 15) | 128;
  bytes[8] = (bytes[8]! & 63) | 128;
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .slice(0, 22);
};
