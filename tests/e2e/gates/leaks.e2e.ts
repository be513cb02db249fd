import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { crmOrigin } from '../origins.js';
import { mountAndRemove, prepare } from './mounting.js';
import { installProbe, type Held } from './probe.js';
import { findSamples } from './samples.js';

const ROUNDS = 100;
/** Rounds before the count: code loads and caches fill once. */
const WARM_UP = 5;
/** Nodes that may differ between two counts without a tree being left: fewer than one element draws in `ROUNDS`. */
const SLACK = 50;
/** A leak grows in every hundred rounds, whatever was kept in the hundred before. */
const ATTEMPTS = 2;

interface Manifest {
  readonly modules: readonly { readonly declarations: readonly { readonly tagName?: string }[] }[];
}

const root = join(import.meta.dirname, '../../..');
const manifest = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8')) as Manifest;
const bundles = readdirSync(join(root, 'dist/cdn/elements')).filter((name) => name.endsWith('.js'));
/** Parts of other elements that are loaded or shown with them; the bundles do not define them at once. */
const parts = new Set([
  'crm-merge-text',
  'crm-workflow-recipients',
  'crm-workflow-rule-form',
  'crm-record-filter',
  'crm-mass-dialog',
  'crm-record-mass',
  'crm-lead-conversion',
  'crm-record-form',
  'crm-group-members',
  'crm-any-record-picker',
  'crm-visitor-prompt',
  'crm-visitor-rings',
  'crm-visitor-rings-dialog',
  'crm-visit-fields',
  'crm-visit-field-form',
]);
const tags = manifest.modules
  .flatMap(({ declarations }) => declarations.flatMap(({ tagName }) => tagName ?? []))
  .filter((tag) => !parts.has(tag));

interface Counts extends Held {
  readonly listeners: number;
  readonly nodes: number;
}

async function count(page: Page, session: CDPSession): Promise<Counts> {
  await session.send('HeapProfiler.collectGarbage');
  const { jsEventListeners: listeners, nodes } = await session.send('Memory.getDOMCounters');
  const held = await page.evaluate(() => (window as unknown as { held: () => Held }).held());
  return { ...held, listeners, nodes };
}

/** A quiet page of the CRM's origin, with the bundles and a way to a token. */
async function openQuietPage(page: Page): Promise<CDPSession> {
  await page.addInitScript(installProbe);
  await page.goto(`${crmOrigin()}/examples/crm/`);
  await page.goto(`${crmOrigin()}/examples/crm/sign-in`);
  await page.evaluate(prepare, { bundles, samples: await findSamples() });
  // The code of the live link listens once, from when it is loaded; no element is to be blamed for that.
  await page.evaluate(mountAndRemove, { tag: 'crm-visitors', rounds: 1 });
  return page.context().newCDPSession(page);
}

/** What is there after a hundred rounds more, once what ends a moment after its element has ended. */
async function expectSame(page: Page, session: CDPSession, before: Counts, timeout: number): Promise<void> {
  await expect
    .poll(
      async () => {
        const { nodes, ...after } = await count(page, session);
        // What was on its way when it was counted before, and has gone since, is no leak.
        return {
          listeners: Math.max(after.listeners, before.listeners),
          timers: Math.max(after.timers, before.timers),
          channels: Math.max(after.channels, before.channels),
          sockets: after.sockets,
          nodes: nodes <= before.nodes + SLACK ? before.nodes : nodes,
        };
      },
      { timeout },
    )
    .toEqual(before);
}

async function expectNothingLeft(
  page: Page,
  session: CDPSession,
  tag: string,
  timeout = 10_000,
): Promise<void> {
  await page.evaluate(mountAndRemove, { tag, rounds: WARM_UP });
  for (let last = ATTEMPTS; last > 0; last--) {
    // What ends a moment after an element has gone, such as the close of a socket, ends within the limit.
    await expect.poll(async () => (await count(page, session)).sockets).toBe(0);
    const before = await count(page, session);
    await page.evaluate(mountAndRemove, { tag, rounds: ROUNDS });
    try {
      await expectSame(page, session, before, timeout);
      return;
    } catch (error) {
      // The browser may keep the last tree for itself, once; a leak grows with every further hundred.
      if (last === 1) throw error;
    }
  }
}

test.describe('in a page that lives on', () => {
  let page: Page;
  let session: CDPSession;
  test.beforeAll(async ({ browser }) => {
    page = await browser.newPage();
    session = await openQuietPage(page);
  });
  test.afterAll(() => page.close());

  for (const tag of tags) {
    test(`<${tag}> leaves nothing behind when it is removed ${ROUNDS} times`, async () => {
      test.setTimeout(180_000);
      await expectNothingLeft(page, session, tag);
    });
  }
});

test('an element that forgets a listener, a timer and a tree would be found', async ({ page }) => {
  const session = await openQuietPage(page);
  await page.evaluate(() => {
    const kept: Node[] = [];
    customElements.define(
      'forgetful-element',
      class extends HTMLElement {
        connectedCallback(): void {
          this.attachShadow({ mode: 'open' }).append(document.createElement('p'));
          addEventListener('resize', () => this.isConnected);
          setInterval(() => this.isConnected, 60_000);
          kept.push(this);
        }
      },
    );
  });
  await expect(expectNothingLeft(page, session, 'forgetful-element', 2_000)).rejects.toThrow(/listeners/);
});
