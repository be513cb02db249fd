/** UUIDv7: time-ordered, made by the client before the first try of a write. Works on plain http pages too. */
export function uuid(now = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let index = 0; index < 6; index++) bytes[index] = Math.floor(now / 2 ** (8 * (5 - index))) & 0xff;
  const mark = (index: number, mask: number, bits: number) =>
    (bytes[index] = ((bytes[index] ?? 0) & mask) | bits);
  mark(6, 0x0f, 0x70);
  mark(8, 0x3f, 0x80);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
