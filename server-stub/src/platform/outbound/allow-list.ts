import ipaddr from 'ipaddr.js';

/** Which private destinations are allowed, read from `CRM_OUTBOUND_ALLOW`. */
export interface AllowList {
  hosts: ReadonlySet<string>;
  ranges: readonly [ipaddr.IPv4 | ipaddr.IPv6, number][];
}

/**
 * Reads host names, addresses and ranges: `mail.intern`, `10.0.0.7`, `192.168.1.0/24`, `fd00::/8`.
 * @throws Error for an entry that is none of them.
 */
export function parseAllowList(entries: readonly string[]): AllowList {
  const hosts = new Set<string>();
  const ranges: [ipaddr.IPv4 | ipaddr.IPv6, number][] = [];
  for (const entry of entries.map((text) => text.trim().toLowerCase())) {
    const bare = entry.replace(/^\[(.*)\]$/, '$1');
    if (ipaddr.isValidCIDR(entry)) ranges.push(ipaddr.parseCIDR(entry));
    else if (isAddress(bare)) ranges.push(wholeAddress(bare));
    else if (isHostName(entry)) hosts.add(entry);
    else throw new Error(`"${entry}" is no host name, address or range (as 10.0.0.0/8)`);
  }
  return { hosts, ranges };
}

/** Says whether a connection to this address is allowed, asked for by this host name. */
export function isAllowed(host: string, address: string, allow: AllowList): boolean {
  if (allow.hosts.has(host.toLowerCase())) return true;
  // An IPv4 address in the clothes of IPv6 is the IPv4 address.
  const parsed = ipaddr.process(address);
  if (allow.ranges.some(([range, bits]) => parsed.kind() === range.kind() && parsed.match(range, bits)))
    return true;
  return isPublic(parsed);
}

/** `unicast` is the library's name for what is in no special range. */
function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() !== 'unicast') return false;
  // Global addresses are all below 2000::/3 today; what is outside is nobody's.
  return address.kind() === 'ipv4' || address.match(ipaddr.parse('2000::'), 3);
}

function isAddress(text: string): boolean {
  return text.includes(':') ? ipaddr.IPv6.isValid(text) : ipaddr.IPv4.isValidFourPartDecimal(text);
}

function wholeAddress(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  const address = ipaddr.process(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

function isHostName(text: string): boolean {
  return (
    text.length <= 253 &&
    !/^[\d.]+$/.test(text) &&
    /^[a-z0-9_]([a-z0-9_-]*[a-z0-9])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9])?)*$/.test(text)
  );
}
