/**
 * `npm run bench -- delivery`: of the events that happen just before a page ends, or while the
 * collector is away, how many arrive, and how many twice. Real browser, real backend, real
 * database. Takes five to eight minutes; needs the built bundles.
 */
import { pathToFileURL } from 'node:url';
import { startBackend } from '../collect/backend.mjs';
import { awaitArrivals, readArrivals } from './arrivals.mjs';
import { endings, killAfterTracking, openByScript } from './endings.mjs';
import { outages } from './outages.mjs';
import { startProxy, startSite } from './site.mjs';
import { launch, newVisitor, openPage } from './visitors.mjs';

const COUNT = 200;
const AT_ONCE = 10;
/** What is on its way when a page ends is there within this time, or not at all. */
const PATIENCE_MS = 5_000;

export default async function bench() {
  const backend = await startBackend();
  if ((await fetch(`http://127.0.0.1:${backend.port}/embed.js`)).status !== 200) {
    await backend.stop();
    throw new Error('there is no embed.js to deliver with; build first: npm run build');
  }
  const proxy = await startProxy(backend.port);
  const sites = [
    await startSite(`http://127.0.0.1:${backend.port}`),
    await startSite(`http://127.0.0.1:${proxy.port}`),
  ];
  const [site, proxiedSite] = sites.map(({ port }) => `http://localhost:${port}`);
  const browser = await launch();
  const scene = { browser, backend, proxy, site, proxiedSite, database: backend.database };
  const lines = [];
  try {
    let number = 0;
    for (const [words, end] of Object.entries(endings)) {
      lines.push(line(words, await runEnding(scene, `ending${++number}`, words, end)));
    }
    lines.push(line('renderer killed 100 ms later', await runKilled(scene, `ending${++number}`)));
    for (const [words, outage] of Object.entries(outages)) {
      progress(words);
      lines.push(line(words, await outage(scene, `outage${++number}`, COUNT)));
    }
  } finally {
    await browser.close();
    for (const one of [...sites, proxy, backend]) await one.stop();
  }
  process.stdout.write(`of ${COUNT} events each\n\n${lines.join('\n')}\n`);
}

const progress = (words) => process.stderr.write(`${words}\n`);

function line(words, { arrived, twice, rescued, seconds }) {
  const more = [
    rescued === undefined ? '' : `, ${rescued} more on the next visit`,
    seconds === undefined ? '' : `, after ${seconds.toFixed(1)} s`,
  ];
  return `${words.padEnd(52)}${String(arrived).padStart(4)} arrived, ${twice} twice${more.join('')}`;
}

/** Pages of visitors of their own, some at a time, each ended in the same way. */
async function runEnding({ browser, site, database }, scenario, words, end) {
  progress(words);
  const open = words.startsWith('window.close') ? openByScript : (context) => openPage(context, site);
  return inBatches(
    database,
    scenario,
    async (names) => {
      const contexts = await Promise.all(names.map(() => newVisitor(browser)));
      const pages = await Promise.all(contexts.map((context) => open(context, site)));
      await Promise.all(pages.map((page, index) => end({ page, name: names[index], site })));
      return contexts;
    },
    site,
  );
}

/** In a browser of its own, whose page processes all die at once. */
async function runKilled({ site, database }, scenario) {
  progress('renderer killed 100 ms later');
  const browser = await launch();
  try {
    return await inBatches(
      database,
      scenario,
      async (names) => {
        const contexts = await Promise.all(names.map(() => newVisitor(browser)));
        const pages = await Promise.all(contexts.map((context) => openPage(context, site)));
        await killAfterTracking(
          browser,
          pages.map((page, index) => ({ page, name: names[index] })),
        );
        return contexts;
      },
      site,
    );
  } finally {
    await browser.close();
  }
}

/** The visitors stay until their events are there: their next visit may bring what the first left. */
async function inBatches(database, scenario, run, site) {
  let arrived = 0;
  let rescued;
  for (let batch = 0; batch < COUNT / AT_ONCE; batch++) {
    const some = `${scenario}-${batch}`;
    const contexts = await run(Array.from({ length: AT_ONCE }, (_, index) => `${some}-${index}`));
    const found = await awaitArrivals(database, some, AT_ONCE, PATIENCE_MS);
    arrived += found.arrived;
    if (found.arrived < AT_ONCE) {
      await Promise.all(contexts.map((context) => openPage(context, site)));
      const later = await awaitArrivals(database, some, AT_ONCE, PATIENCE_MS * 2);
      rescued = (rescued ?? 0) + later.arrived - found.arrived;
    }
    await Promise.all(contexts.map((context) => context.close()));
  }
  const { twice } = await readArrivals(database, scenario);
  return { arrived, twice, rescued };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bench();
