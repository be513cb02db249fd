import Bowser from 'bowser';
import { createIsbotFromList, isbot, list } from 'isbot';

export interface Agent {
  browser: string;
  operatingSystem: string;
}

const MAX_LENGTH = 512;
const CACHE = 2_000;
const cache = new Map<string, Agent>();

/** Browser and operating system, with their main versions. Parsed once for each distinct text. */
export function parseUserAgent(text: string): Agent {
  const key = text.slice(0, MAX_LENGTH);
  const known = cache.get(key);
  if (known) return known;
  const agent = parse(key);
  if (cache.size >= CACHE) cache.clear();
  cache.set(key, agent);
  return agent;
}

function parse(text: string): Agent {
  if (!text) return { browser: 'Unknown', operatingSystem: 'Unknown' };
  const { browser, os } = Bowser.parse(text);
  const join = (name = 'Unknown', version = '') =>
    [name || 'Unknown', version.split('.')[0]].filter(Boolean).join(' ');
  return {
    browser: join(browser.name, browser.version),
    operatingSystem: join(os.name, os.versionName ?? os.version),
  };
}

const notHeadless = createIsbotFromList(
  list.filter((pattern) => !new RegExp(pattern, 'i').test('HeadlessChrome/120.0')),
);

/** @param ownMachine a headless browser on the server's own machine is somebody's test, not a bot */
export function isBot(userAgent: string, ownMachine: boolean): boolean {
  return ownMachine ? notHeadless(userAgent) : isbot(userAgent);
}
