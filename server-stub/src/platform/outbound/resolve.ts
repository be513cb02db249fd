import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isAllowed, type AllowList } from './allow-list.js';
import { OutboundError } from './outbound-error.js';

/** An address that was checked; connect to it, not to the name again. */
export interface CheckedAddress {
  address: string;
  family: 4 | 6;
}

/**
 * Resolves a host name once and checks the result; for IMAP and SMTP connections, too.
 * @throws OutboundError `not_found`, or `forbidden_address` when none of its addresses is allowed.
 */
export async function connectCheck(host: string, allow: AllowList): Promise<CheckedAddress> {
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  const found = await addressesOf(bare);
  const checked = found.find(({ address }) => isAllowed(bare, address, allow));
  if (!checked)
    throw new OutboundError(
      'forbidden_address',
      `${bare} is at a private address; CRM_OUTBOUND_ALLOW may allow it`,
    );
  return checked;
}

async function addressesOf(host: string): Promise<CheckedAddress[]> {
  const version = isIP(host);
  if (version !== 0) return [{ address: host, family: version === 4 ? 4 : 6 }];
  try {
    const found = await lookup(host, { all: true });
    return found.map(({ address, family }) => ({ address, family: family === 4 ? 4 : 6 }));
  } catch (error) {
    throw new OutboundError(
      'not_found',
      `${host} has no address (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`,
    );
  }
}
