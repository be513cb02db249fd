import { expect, test } from './fixtures.js';
import type { Site } from './site.js';

/** An address of another host, where there are pages too. */
const elsewhere = (site: Site, path = '/elsewhere') => site.url(path).replace('localhost', '127.0.0.1');

test('outbound links and files, however they are clicked', async ({ page, site, collector, context }) => {
  const link = (id: string, href: string, more = '') => `<a id="${id}" href="${href}" ${more}>${id}</a>\n`;
  const out = (id: string) => elsewhere(site, `/${id}`);
  site.pages.set('/', {
    body: [
      link('middle', out('middle')),
      link('cancelled', out('cancelled')),
      link('stopped', out('stopped')),
      link('tab', out('tab'), 'target="_blank"'),
      link('nested', out('nested'), 'target="_blank"').replace('>nested', '><b><i>nested</i></b>'),
      link('file', '/guide.pdf?x=1', 'target="_blank"'),
      link('named', '/data', 'download'),
      link('own', '#own'),
      link('mail', 'mailto:a@b.test'),
      '<div id="host"></div><button id="button">none</button>',
    ].join(''),
    before: `addEventListener('DOMContentLoaded', () => {
      document.querySelector('#cancelled').addEventListener('click', (event) => event.preventDefault());
      document.querySelector('#mail').addEventListener('click', (event) => event.preventDefault());
      document.querySelector('#stopped').addEventListener('click', (event) => { event.preventDefault(); event.stopImmediatePropagation(); });
      const root = document.querySelector('#host').attachShadow({ mode: 'open' });
      const link = document.createElement('a');
      link.href = '${elsewhere(site, '/shadow')}';
      link.target = '_blank';
      link.append('shadow');
      root.append(link);
    });`,
  });
  await page.goto(site.url('/'));
  await expect.poll(() => collector.events('v').length).toBe(1);
  const outbound = () => collector.events('o').map(({ u }) => new URL(u).pathname);
  await page.click('#middle', { button: 'middle' });
  await page.click('#cancelled', { button: 'right' });
  for (const id of ['cancelled', 'stopped', 'tab', 'own', 'mail', 'button']) await page.click(`#${id}`);
  await page.click('#nested i');
  await page.click('#host a');
  await page.focus('#tab');
  await page.keyboard.press('Enter');
  await page.click('#file');
  await page.click('#named');
  await expect
    .poll(() => outbound().sort())
    .toEqual(['/middle', '/cancelled', '/stopped', '/tab', '/nested', '/shadow', '/tab'].sort());
  await expect
    .poll(() =>
      collector
        .events('d')
        .map(({ u }) => u)
        .sort(),
    )
    .toEqual([site.url('/data'), site.url('/guide.pdf?x=1')]);
  // The browser went wherever the links lead: six tabs beside the page itself.
  await expect.poll(() => context.pages().length).toBe(7);
  expect(new Set(collector.events('o').map(({ p }) => p)).size).toBe(1);
});

test('a link to another site leads there at once, and is told', async ({ page, site, collector }) => {
  site.pages.set('/', { body: `<a href="${elsewhere(site)}">out</a>` });
  await page.goto(site.url('/'));
  await expect.poll(() => collector.events('v').length).toBe(1);
  await page.evaluate(() => {
    Event.prototype.preventDefault = () => void fetch('/cancelled', { keepalive: true });
  });
  await page.click('a');
  await page.waitForURL(elsewhere(site));
  await expect.poll(() => collector.events('o').map(({ u }) => u)).toEqual([elsewhere(site)]);
  expect(site.asked).not.toContain('/cancelled');
});

const fields = `
  <input name="email" type="email" value="ada@example.test"><input name="secret" type="password" value="hunter2">
  <input name="token" type="hidden" value="t0ken"><input name="card" autocomplete="cc-number" value="4111">
  <input name="code" autocomplete="one-time-code" value="123456"><input name="upload" type="file">
  <input name="news" type="checkbox" value="weekly" checked><input name="terms" type="checkbox">
  <select name="colour"><option>red<option selected>blue</select><textarea name="text">Hello</textarea>
  <input type="submit" name="go" value="Send">`;

test('forms tell names, and values only where the form says so', async ({ page, site, collector }) => {
  site.pages.set('/', {
    body: `<form id="plain" action="/thanks">${fields}</form><form name="open" action="/thanks" data-crm-form>${fields}</form>`,
  });
  const names = ['email', 'secret', 'token', 'card', 'code', 'upload', 'news', 'terms', 'colour', 'text'];
  for (const form of ['#plain', '[name=open]']) {
    await page.goto(site.url('/'));
    await page.click(`${form} [type=submit]`);
    await page.waitForURL('**/thanks?**');
  }
  await expect.poll(() => collector.events('f').length).toBe(2);
  const [plain, open] = collector.events('f');
  expect(plain).toMatchObject({ n: 'plain', q: names });
  expect(plain?.w).toBeUndefined();
  expect(open).toMatchObject({ n: 'open', q: names });
  expect(open?.w).toEqual({ email: 'ada@example.test', news: 'weekly', colour: 'blue', text: 'Hello' });
  const sent = JSON.stringify(collector.taken.flatMap(({ e }) => e.filter(({ t }) => t !== 'v')));
  for (const secret of ['hunter2', 't0ken', '4111', '123456']) expect(sent).not.toContain(secret);
});
