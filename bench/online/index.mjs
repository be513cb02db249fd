/**
 * `npm run bench -- online`: `<crm-visitors>` in a browser with 6,000 visitors online of whom 200 a second move on, leave or
 * come: time between frames, nodes, and how old what is shown is; as a list, scrolled, and in rings. Goals: 16 ms a frame
 * at p95, a presence right within two seconds. Needs a build: `npm run build`.
 */
import { chromium } from '@playwright/test';
import { findBrowser, flags } from '../../scripts/browser.mjs';
import { table } from '../records/requests.mjs';
import { createCrowd } from './crowd.mjs';
import { serve } from './server.mjs';

const VISITORS = 6_000;
const UPDATES = 200;
/** Between two batches of updates, ms. */
const BEAT = 50;
const SECONDS = 15;

const page = `<!doctype html><html lang="en"><meta charset="utf-8">
  <crm-provider base-url="" token="bench"></crm-provider>
  <script type="module" src="/cdn/elements/core.js"></script>
  <script type="module" src="/cdn/elements/visitors.js"></script>`;

export default async function bench() {
  const crowd = createCrowd(VISITORS);
  const server = await serve(crowd, page);
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: flags });
  const dot = watchSomebody(crowd);
  const stop = keepMoving(crowd, server, dot);
  try {
    const view = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await view.goto(server.origin, { waitUntil: 'networkidle' });
    const alone = at(await view.evaluate(countFrames, SECONDS * 200), 0.5, 0.95, 0.99);
    const whole = await view.evaluate(show, {
      origin: server.origin,
      record: dot.record,
      count: VISITORS * 0.98,
    });
    const lines = [['the page without it', ...alone, '', '', '', '', '']];
    for (const [name, prepare] of Object.entries(views)) {
      await view.evaluate(prepare);
      const { frames, nodes, ages, dots } = await view.evaluate(measure, SECONDS * 1_000);
      lines.push([
        name,
        ...at(frames, 0.5, 0.95, 0.99),
        String(nodes),
        ...at(ages, 0.5, 0.95),
        ...at(dots, 0.5, 1),
      ]);
    }
    process.stdout.write(`all ${VISITORS} known after ${Math.round(whole)} ms\n`);
    const head = [
      '',
      'frame p50',
      'p95',
      'p99 ms',
      'nodes',
      'age of a row p50',
      'p95 ms',
      'of a dot p50',
      'most ms',
    ];
    process.stdout.write(`${table([head, ...lines])}\n`);
  } finally {
    stop();
    await browser.close();
    await server.close();
  }
}

function at(values, ...shares) {
  const sorted = values.toSorted((a, b) => a - b);
  const value = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return shares.map((share) => value(share)?.toFixed(1) ?? 'none');
}

/** Somebody with a record who leaves and comes back, for the green dot. */
function watchSomebody(crowd) {
  const visitor = crowd.all().findLast(({ record }) => record);
  return { id: visitor.visit_id, record: visitor.record.id };
}

/** Of those who are there most move on, some leave and as many come. */
function keepMoving(crowd, server, dot) {
  let beats = 0;
  const timer = setInterval(() => {
    const from = crowd.seq;
    const online = crowd.online().filter((id) => id !== dot.id);
    const one = () => online[Math.floor(Math.random() * online.length)];
    const changes = (UPDATES * BEAT) / 1_000;
    for (let change = 0; change < changes; change++) {
      if (change === 0) crowd.leave(one());
      else if (change === 1) crowd.come();
      // What is at the top of the list is looked at.
      else crowd.moveOn(change === 2 ? online.at(-2) : one());
    }
    beats++;
    if (beats % 40 === 0) crowd.moveOn(dot.id);
    server.tell(from);
  }, BEAT);
  return () => clearInterval(timer);
}

/** What is looked at; each runs in the page. */
const views = {
  'list, at its top': () => scrollTo(0, 0),
  'list, scrolling': () => {
    const step = () => {
      scrollBy(0, 12);
      window.scrolling = requestAnimationFrame(step);
    };
    step();
  },
  rings: () => {
    cancelAnimationFrame(window.scrolling);
    scrollTo(0, 0);
    document.querySelector('crm-visitors').view = 'rings';
  },
};

/** Runs in the page: what the machine does by itself. */
function countFrames(ms) {
  const frames = [];
  return new Promise((resolve) => {
    const start = performance.now();
    let before = start;
    const step = (now) => {
      frames.push(now - before);
      before = now;
      if (now - start < ms) requestAnimationFrame(step);
      else resolve(frames.slice(2));
    };
    requestAnimationFrame(step);
  });
}

/** Runs in the page. @returns ms until all are known */
async function show({ origin, record, count }) {
  const provider = document.querySelector('crm-provider');
  provider.setAttribute('base-url', origin);
  const start = performance.now();
  const list = document.createElement('crm-visitors');
  const presence = Object.assign(document.createElement('crm-presence'), { recordId: record });
  provider.append(presence, list);
  const known = () => Number(list.renderRoot?.querySelector('.count')?.textContent.replace(/\D/g, '') ?? 0);
  while (known() < count) await new Promise(requestAnimationFrame);
  return performance.now() - start;
}

/** Runs in the page: frames for a while; what is drawn carries the time at which it was made. */
function measure(ms) {
  const root = document.querySelector('crm-visitors').renderRoot;
  const dotRoot = document.querySelector('crm-presence').renderRoot;
  const count = (tree) =>
    [...tree.querySelectorAll('*')].reduce(
      (sum, one) => sum + 1 + (one.shadowRoot ? count(one.shadowRoot) : 0),
      0,
    );
  const times = { frames: [], ages: [], dots: [], nodes: 0 };
  const shown = new Map();
  /** Text that has just been drawn tells how old it is. */
  const look = (what, text, ages) => {
    const time = Number(/Page at (\d+)/.exec(text ?? '')?.[1] ?? 0);
    if (time > (shown.get(what) ?? time)) ages.push(Date.now() - time);
    if (time) shown.set(what, time);
  };
  return new Promise((resolve) => {
    const start = performance.now();
    let before = start;
    const step = (now) => {
      times.frames.push(now - before);
      before = now;
      for (const row of [...root.querySelectorAll('.visitor[data-visit]')].slice(0, 12))
        look(row.dataset.visit, row.querySelector('.page .line')?.textContent, times.ages);
      look('dot', dotRoot.querySelector('[role=img]')?.getAttribute('aria-label'), times.dots);
      if (times.frames.length % 30 === 0) times.nodes = Math.max(times.nodes, count(root));
      if (now - start < ms) requestAnimationFrame(step);
      else resolve({ ...times, frames: times.frames.slice(2) });
    };
    requestAnimationFrame(step);
  });
}
