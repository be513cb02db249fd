/**
 * What a page view of five seconds costs the host page, side by side with other trackers in one run:
 * thread CPU from a Chromium trace, bytes and requests, long tasks at a four times slower CPU, listeners.
 */
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { findBrowser, flags } from '../../scripts/browser.mjs';
import { feltListeners, viewPage } from './measure.mjs';
import { loadPeers } from './peers.mjs';
import { startSites } from './servers.mjs';
import { measureWire } from './wire.mjs';

/** Our share of Plausible's script CPU, at most. */
const BAR = 0.85;
/** Bytes that a page view may send over HTTP/2, at most. */
const WIRE_BAR = 1_100;

const sorted = (values) => [...values].sort((a, b) => a - b);
const median = (values) => sorted(values)[Math.floor(values.length / 2)];
const shuffled = (list) =>
  list
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
const total = (requests, key) => requests.reduce((sum, request) => sum + request[key], 0);
const print = (columns) =>
  console.log(columns.map((cell, index) => String(cell).padEnd(index ? 14 : 10)).join(''));

/** @param {{ rounds?: number, seconds?: number }} options rounds: page views of each; the first is not counted */
export default async function bench({ rounds = 9, seconds = 5 } = {}) {
  const peers = await loadPeers();
  const sites = await startSites(peers);
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: flags });
  const session = await browser.newBrowserCDPSession();
  const views = new Map(peers.map(({ name }) => [name, []]));
  try {
    for (let round = 0; round <= rounds; round++) {
      process.stderr.write(`round ${round} of ${rounds}\n`);
      // What ran before warms or cools the browser, so each round has an order of its own.
      for (const peer of shuffled(peers)) {
        const view = await viewPage(browser, session, sites, peer, { seconds });
        if (round > 0) views.get(peer.name).push(view);
      }
    }
    report(views);
    await reportWire(peers, seconds);
    await reportSlow(browser, session, sites, peers);
    for (const peer of peers.slice(1)) {
      const felt = await feltListeners(browser, sites, peer);
      console.log(`${peer.name}: listens to ${felt.join(', ') || 'nothing that a page feels'}`);
    }
  } finally {
    await browser.close();
    sites.stop();
  }
}

function report(views) {
  const of = (name, read) => views.get(name).map(read);
  const script = (name) => of(name, (view) => view.script);
  console.log(
    "Medians of page views; ms of CPU on the page's main thread. Paired: the median of the ratios, round by round.",
  );
  print(['', 'script ms', 'x Plausible', 'paired', 'extra thread', 'requests', 'bytes', 'of these bodies']);
  for (const [name, all] of views) {
    const paired = script(name).map((value, round) => value / script('plausible')[round]);
    const extra = of(name, (view) => view.thread).map(
      (value, round) => value - of('nothing', ({ thread }) => thread)[round],
    );
    print([
      name,
      median(script(name)).toFixed(2),
      (median(script(name)) / median(script('plausible'))).toFixed(2),
      median(paired).toFixed(2),
      median(extra).toFixed(1),
      median(all.map(({ requests }) => requests.length)),
      median(all.map(({ requests }) => total(requests, 'bytes'))),
      median(all.map(({ requests }) => total(requests, 'body'))),
    ]);
  }
  const ratio = median(script('tracker')) / median(script('plausible'));
  console.log(
    `tracker.js: ${ratio.toFixed(2)} of Plausible; the bar of ${BAR} is ${ratio <= BAR ? 'met' : 'not met'}.`,
  );
}

async function reportWire(peers, seconds) {
  console.log('Sent over HTTP/2: requests, bytes with headers and frames, without TLS:');
  const found = await measureWire(peers, seconds);
  for (const [name, { requests, bytes }] of found) print([name, requests, bytes]);
  const { requests, bytes } = found.get('tracker');
  const isMet = requests <= 2 && bytes <= WIRE_BAR;
  console.log(`tracker.js: the bar of 2 requests and ${WIRE_BAR} bytes is ${isMet ? 'met' : 'not met'}.`);
}

async function reportSlow(browser, session, sites, peers) {
  console.log('At a four times slower CPU, the longest task with a part of the script, ms (3 views):');
  for (const peer of peers.slice(1)) {
    const longest = [];
    for (let view = 0; view < 3; view++) {
      const { longest: task } = await viewPage(browser, session, sites, peer, { seconds: 2, slowdown: 4 });
      longest.push(task);
    }
    print([peer.name, ...longest.map((task) => task.toFixed(1))]);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [rounds, seconds] = process.argv.slice(2).map(Number);
  await bench({ ...(rounds && { rounds }), ...(seconds && { seconds }) });
}
