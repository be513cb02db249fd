import { describe, expect, it } from 'vitest';
import { parseAllowList } from './index.js';
import { isAllowed } from './allow-list.js';

const none = parseAllowList([]);

describe('allow list', () => {
  it.each([
    '127.0.0.1',
    '127.255.0.9',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '198.18.0.1',
    '192.0.2.1',
    '240.0.0.1',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:a9fe:a9fe',
    '::ffff:0:127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001::1',
    'fe80::1',
    'fec0::1',
    'fc00::1',
    'fd12::1',
    'ff02::1',
    '2001:db8::1',
    '4000::1',
  ])('refuses %s', (address) => {
    expect(isAllowed('host.test', address, none)).toBe(false);
  });

  it.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])(
    'lets %s pass, which is public',
    (address) => {
      expect(isAllowed('host.test', address, none)).toBe(true);
    },
  );

  it('lets what it names pass, and nothing beside', () => {
    const allow = parseAllowList(['Mail.Intern', '10.0.0.7', '192.168.1.0/24', 'fd00::/16', '[::1]']);
    const passes = (address: string, host = 'other.test') => isAllowed(host, address, allow);
    expect(passes('10.0.0.9', 'MAIL.intern')).toBe(true);
    expect(passes('10.0.0.9')).toBe(false);
    expect(passes('10.0.0.7')).toBe(true);
    expect(passes('::ffff:10.0.0.7')).toBe(true);
    expect(passes('192.168.1.200')).toBe(true);
    expect(passes('192.168.2.1')).toBe(false);
    expect(passes('fd00::9')).toBe(true);
    expect(passes('fd01::9')).toBe(false);
    expect(passes('::1')).toBe(true);
  });

  it.each(['10.0.0', '10.0.0.0/40', 'a b', 'http://a.test', '', '*', '1.2.3.4.5'])(
    'does not understand %j',
    (entry) => {
      expect(() => parseAllowList([entry])).toThrow('no host name, address or range');
    },
  );
});
