import { describe, expect, test } from 'vitest';
import { readSource } from './source.js';
import { isBot, parseUserAgent } from './user-agent.js';

const page = 'https://shop.test/';

describe('where a visit came from', () => {
  test.each([
    [page, undefined, 'direct', null],
    [page, 'https://shop.test/other', 'direct', null],
    [page, 'https://www.google.com/', 'search', 'Google'],
    [page, 'https://duckduckgo.com/?q=lamp', 'search', 'DuckDuckGo'],
    [page, 'https://fr.search.yahoo.com/search?p=lampe', 'search', 'Yahoo'],
    [page, 'https://l.facebook.com/', 'social', 'l.facebook.com'],
    [page, 'https://www.example.org/blog', 'referral', 'example.org'],
    [page, 'https://notgoogle.evil.test/', 'referral', 'notgoogle.evil.test'],
    [`${page}?utm_source=mail&utm_campaign=spring`, undefined, 'campaign', 'spring'],
    [`${page}?gclid=abc`, 'https://www.google.com/', 'campaign', 'Google Ads'],
    ['not a url', 'not a url', 'direct', null],
  ])('%s from %s is %s %s', (url, referrer, kind, label) => {
    expect(readSource(url, referrer)).toMatchObject({ kind, label });
  });

  test('search words, campaign and click id are kept', () => {
    expect(
      readSource(`${page}?gclid=g1&utm_source=x&utm_term=lamps`, 'https://www.bing.com/search?q=oak+lamp'),
    ).toMatchObject({
      searchEngine: 'Bing',
      searchKeyword: 'oak lamp',
      gclid: 'g1',
      campaign: { source: 'x', term: 'lamps' },
    });
  });
});

describe('user agents', () => {
  test('browser and system are read, nonsense is Unknown', () => {
    const iphone =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';
    expect(parseUserAgent(iphone)).toEqual({ browser: 'Safari 18', operatingSystem: 'iOS 18' });
    expect(parseUserAgent('')).toEqual({ browser: 'Unknown', operatingSystem: 'Unknown' });
    expect(parseUserAgent('x'.repeat(100_000)).browser).toBe('Unknown');
  });

  test('a headless browser is a bot, but not on the server’s own machine', () => {
    const headless =
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36';
    expect(isBot(headless, false)).toBe(true);
    expect(isBot(headless, true)).toBe(false);
    expect(isBot('Mozilla/5.0 (compatible; bingbot/2.0)', true)).toBe(true);
  });
});
