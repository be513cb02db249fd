import type { BrowserContext, Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { until } from '../../server-stub/src/testing/until.js';
import { openLink, type Link } from './link.js';
import type { Site } from './page/site.js';
import type { Random } from './random.js';
import { visitorToken } from './tokens.js';

/** A visitor in a browser of their own profile, one tab at a time. */
export interface Tab {
  name: string;
  conversation: string;
  link: Link;
  /** Texts that the page kept, in order. */
  kept: string[];
  open(): Promise<void>;
  /** Writes; resolves when the page has kept at least so many. */
  write(count: number, atLeast: number): Promise<void>;
  crashed(): Promise<void>;
  reload(): Promise<void>;
  /** Those of the texts that the page does not come to show, or showed and then did not. */
  missing(texts: string[]): Promise<string[]>;
  close(): void;
}

/** Time that a page has to show what was kept. */
const SHOWN_MS = 10_000;

interface Options {
  name: string;
  context: BrowserContext;
  site: Site;
  tokens: Map<string, string>;
  target: () => number | undefined;
  random: Random;
}

export async function createTab({ name, context, site, tokens, target, random }: Options): Promise<Tab> {
  const link = await openLink({ target, loseAnswer: () => random.chance(0.1) });
  const token = await visitorToken(target, site.origin);
  tokens.set(name, token);
  const conversation = await begin(`http://127.0.0.1:${target()}`, site.origin, token, name);
  const kept: string[] = [];
  await context.exposeFunction('kept', (text: string) => void kept.push(text));
  let page: Page;

  const ready = async () => {
    await page.waitForFunction(() => 'chatPage' in window && window.chatPage.isReady());
  };
  return {
    name,
    conversation,
    link,
    kept,
    async open() {
      page = await context.newPage();
      const query = new URLSearchParams({
        backend: `http://127.0.0.1:${link.port}`,
        visitor: name,
        conversation,
      });
      await page.goto(`${site.origin}/?${query.toString()}`);
      await ready();
    },
    async write(count, atLeast) {
      const before = kept.length;
      await page.evaluate((texts) => window.chatPage.write(texts), count);
      await until(() => kept.length >= before + atLeast, 'texts to be kept');
    },
    async crashed() {
      await page.waitForEvent('crash');
      await page.close();
    },
    async reload() {
      await page.reload();
      await ready();
    },
    async missing(texts) {
      const unshown = (all: string[]) => {
        const shown = new Set(window.chatPage.shown());
        return all.filter((text) => !shown.has(text));
      };
      await until(
        async () => (await page.evaluate(unshown, texts)).length === 0,
        'texts to be shown',
        SHOWN_MS,
      ).catch(() => undefined);
      const vanished = await page.evaluate(() => window.chatPage.vanished());
      return [...(await page.evaluate(unshown, texts)), ...vanished];
    },
    close: () => link.close(),
  };
}

async function begin(backend: string, origin: string, token: string, name: string): Promise<string> {
  const answer = await fetch(`${backend}/v1/conversations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, origin },
    body: JSON.stringify({ client_id: randomUUID(), name, email: `${name}@home.test`, text: 'begins' }),
  });
  return ((await answer.json()) as { id: string }).id;
}
