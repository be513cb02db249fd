/**
 * `npm run bench -- list`: the record list in a browser over a hundred thousand contacts: first rows, filter, order,
 * selection of all, and how many nodes it has while it is scrolled; beside each time, the same page by HTTP alone.
 * Needs a build: `npm run build`.
 */
import { chromium } from '@playwright/test';
import { findBrowser, flags } from '../../scripts/browser.mjs';
import { connect, startBackend } from '../collect/backend.mjs';
import { call, repeat, signIn, table } from '../records/requests.mjs';
import { fill } from '../search/fill.mjs';

const RECORDS = 100_000;
const PAGES_SCROLLED = 30;
/** A step that has not come by then is a fault, ms. */
const MOST_WAITED = 20_000;
const FILTER = '(Lead_Source:equals:Chat)';
const columns = 'Full_Name,Account_Name,Email,Phone,Owner';
const list = `/crm/v8/Contacts?fields=${columns}&per_page=100`;
const search = `/crm/v8/Contacts/search?fields=${columns}&per_page=100&criteria=${FILTER}`;
const query = { select_query: `select ${columns} from Contacts order by Email asc limit 0, 100` };

export default async function bench() {
  const backend = await startBackend();
  const client = await connect(backend.database());
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: flags });
  try {
    tell(`filling in ${RECORDS} contacts ...`);
    await fill(client, { from: 1, to: RECORDS });
    tell('asking the API alone ...');
    const api = { port: backend.port, token: await signIn(backend.port) };
    const bare = {
      'first rows': await repeat(() => call(api, 'GET', list)),
      filter: await repeat(() => call(api, 'GET', search)),
      order: await repeat(() => call(api, 'POST', '/crm/v8/coql', query)),
    };
    tell('reading the list ...');
    const { times, nodes, rows } = await measure(await openList(browser, api));
    const lines = Object.entries(times).map(([name, ms]) => {
      const alone = bare[name]?.p50;
      return [name, ms.toFixed(0), alone?.toFixed(1) ?? '', alone ? (ms / alone).toFixed(1) : ''];
    });
    process.stdout.write(`${table([['', 'list, ms', 'API alone, p50 ms', 'ratio'], ...lines])}\n`);
    process.stdout.write(
      `\nnodes of the list: ${nodes.first} at first, at most ${nodes.most} while ${rows} rows were read by scrolling\n`,
    );
  } finally {
    await browser.close();
    await client.end();
    await backend.stop();
  }
}

const tell = (what) => process.stderr.write(`${what}\n`);

async function openList(browser, { port, token }) {
  const origin = `http://127.0.0.1:${port}`;
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const body = `<!doctype html><html lang="en"><crm-provider base-url="${origin}" token="${token}"></crm-provider>
    <script type="module" src="/cdn/elements/core.js"></script>
    <script type="module" src="/cdn/elements/record-list.js"></script>`;
  await page.route(`${origin}/bench`, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(`${origin}/bench`, { waitUntil: 'networkidle' });
  return page;
}

/** Runs in the page: what a reader does, and how long until it is drawn. */
const measure = (page) =>
  page.evaluate(
    async ({ filter, pages, fields, limit }) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const until = async (holds) => {
        const start = performance.now();
        while (!holds()) {
          if (performance.now() - start > limit) throw new Error(`after ${limit} ms: ${holds}`);
          await frame();
        }
        return performance.now() - start;
      };
      const element = Object.assign(document.createElement('crm-record-list'), {
        module: 'Contacts',
        fields,
      });
      document.querySelector('crm-provider').append(element);
      const find = (selector) => element.renderRoot?.querySelector(selector);
      const isAnswered = () => find('.row') && find('.scroll').getAttribute('aria-busy') === 'false';
      const count = () => element.renderRoot.querySelectorAll('*').length;
      const ask = async (change) => {
        change();
        await element.updateComplete;
        return until(isAnswered);
      };
      const times = { 'first rows': await until(isAnswered) };
      const nodes = { first: count(), most: 0 };
      times['order'] = await ask(() => (element.sort = 'Email:asc'));
      times['filter'] = await ask(() => Object.assign(element, { sort: '', criteria: filter }));
      await ask(() => (element.criteria = null));
      await until(() => find('.total')?.textContent.trim());
      find('thead input').click();
      times['select all'] = await until(() => find('crm-record-mass')?.renderRoot?.querySelector('strong'));
      const region = find('.scroll');
      const height = () => region.scrollHeight;
      let rows = 0;
      for (let read = 1; read < pages; read++) {
        const before = height();
        region.scrollTop = before;
        await until(() => {
          nodes.most = Math.max(nodes.most, count());
          return height() > before;
        });
        rows =
          Number([...element.renderRoot.querySelectorAll('.row')].at(-1).getAttribute('aria-rowindex')) - 1;
      }
      return { times, nodes, rows };
    },
    { filter: FILTER, pages: PAGES_SCROLLED, fields: columns, limit: MOST_WAITED },
  );
