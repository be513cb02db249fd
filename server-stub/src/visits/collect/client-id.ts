/** A client's 22 base64url characters as the UUID that the database stores. */
export function toUuid(clientId: string): string {
  const hex = Buffer.from(clientId, 'base64url').toString('hex').padEnd(32, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
