/** A word of MaxMind's format: a control byte of type and size, then the value. */
const text = (value: string) => Buffer.from([(2 << 5) | value.length, ...Buffer.from(value)]);
const number = (value: number) => Buffer.from([(6 << 5) | 2, value >> 8, value & 255]);
const map = (...entries: [key: string, value: Buffer][]) =>
  Buffer.concat([
    Buffer.from([(7 << 5) | entries.length]),
    ...entries.flatMap(([key, value]) => [text(key), value]),
  ]);

/** Bytes between the tree and the data. */
const GAP = 16;

/** A database of countries in MaxMind's format that knows one network of 256 IPv4 addresses. */
export function makeCountryDatabase(network: string, country: string): Buffer {
  const bits = network
    .split('.')
    .slice(0, 3)
    .flatMap((byte) => Array.from({ length: 8 }, (_, bit) => (Number(byte) >> (7 - bit)) & 1));
  const nothing = bits.length;
  const tree = bits.flatMap((bit, depth) => {
    const next = depth === bits.length - 1 ? bits.length + GAP : depth + 1;
    const record = (to: number) => [to >> 16, (to >> 8) & 255, to & 255];
    return [...record(bit === 0 ? next : nothing), ...record(bit === 1 ? next : nothing)];
  });
  return Buffer.concat([
    Buffer.from(tree),
    Buffer.alloc(GAP),
    map(['country', map(['iso_code', text(country)])]),
    Buffer.from('abcdef', 'hex'),
    Buffer.from('MaxMind.com'),
    map(
      ['node_count', number(bits.length)],
      ['record_size', number(24)],
      ['ip_version', number(4)],
      ['database_type', text('Test-Country')],
      ['binary_format_major_version', number(2)],
      ['binary_format_minor_version', number(0)],
      ['build_epoch', number(1)],
      ['languages', Buffer.from([0, 4])],
    ),
  ]);
}
