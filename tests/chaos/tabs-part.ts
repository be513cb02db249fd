import { killRenderers, launch } from '../../bench/delivery/visitors.mjs';
import { until } from '../../server-stub/src/testing/until.js';
import type { Scene } from './nodes-part.js';
import { judgeStore } from './oracle.js';
import { startSite } from './page/site.js';
import type { Random } from './random.js';
import { countFaults, faultLines, line } from './report.js';
import { storedConversations } from './store.js';
import { createTab, type Tab } from './tab.js';

const TABS = 5;
const TEXTS = 5;
/** A reload with unsent texts comes after so many rounds of kills. */
const RELOAD_EVERY = 2;
const SETTLE_MS = 20_000;

/** Tabs of a real browser, killed while they send, and reloaded with texts unsent. @returns how many faults there were */
export async function tabsPart({ database, target }: Scene, random: Random, kills: number): Promise<number> {
  const store = storedConversations(database);
  const tokens = new Map<string, string>();
  const site = await startSite(tokens);
  const browser = await launch();
  const tabs: Tab[] = [];
  const unseen: string[] = [];
  let killed = 0;
  let reloads = 0;
  try {
    for (let index = 0; index < TABS; index++) {
      const context = await browser.newContext();
      tabs.push(
        await createTab({ name: `tab-${index}`, context, site, tokens, target, random: random.fork() }),
      );
    }
    await Promise.all(tabs.map((tab) => tab.open()));
    for (let round = 1; killed < kills; round++) {
      for (const { link } of tabs) if (random.chance(0.5)) link.cut('one-way', random.chance(0.5));
      await Promise.all(tabs.map((tab) => tab.write(TEXTS, 1 + Math.floor(random.between(0, TEXTS)))));
      const crashed = tabs.map((tab) => tab.crashed());
      await Promise.all([killRenderers(browser), ...crashed]);
      killed += tabs.length;
      for (const { link } of tabs) link.mend();
      await Promise.all(tabs.map((tab) => tab.open()));
      for (const tab of tabs) unseen.push(...(await tab.missing(tab.kept)));
      if (round % RELOAD_EVERY > 0) continue;
      for (const { link } of tabs) link.cut('reset', false);
      await Promise.all(tabs.map((tab) => tab.write(TEXTS, TEXTS)));
      await Promise.all(tabs.map((tab) => tab.reload()));
      reloads += tabs.length;
      // Still cut off: what is not stored yet must be seen waiting.
      const stored = await store.all();
      for (const tab of tabs) {
        const held = new Set(stored.get(tab.conversation)?.map(({ text }) => text));
        unseen.push(...(await tab.missing(tab.kept.filter((text) => !held.has(text)))));
        tab.link.mend();
      }
    }
    const submitted = new Map(tabs.map(({ conversation, kept }) => [conversation, kept]));
    const judged = async () => judgeStore(pick(await store.all(), submitted), submitted);
    await until(async () => (await judged()).lost.length === 0, 'all texts to be stored', SETTLE_MS).catch(
      () => undefined,
    );
    const faults = { ...(await judged()), 'kept, then not shown': unseen };
    process.stdout.write(
      [
        line('tabs killed in the middle', killed),
        line('reloads with unsent texts', reloads),
        line(
          'texts kept by tabs',
          tabs.reduce((sum, { kept }) => sum + kept.length, 0),
        ),
        faultLines(faults),
      ].join(''),
    );
    return countFaults(faults);
  } finally {
    await browser.close();
    site.close();
    for (const tab of tabs) tab.close();
  }
}

const pick = <T>(from: Map<string, T>, keys: Map<string, unknown>) =>
  new Map([...from].filter(([key]) => keys.has(key)));
