import type { APIRequestContext, BrowserContext } from '@playwright/test';
import type { EmbedCode, OnlineVisitor, RecordPage, VisitorTracking, WebForm } from '@crm-elements/contract';
import { crmOrigin } from '../origins.js';
import { asAdministrator } from './administrator.js';
import { expect, test } from './fixtures.js';
import { Site } from './site.js';

/** The backend that `../playwright.config.ts` starts. */
const backend = crmOrigin();

let api: APIRequestContext;
let code: EmbedCode;
let codes: string;
let shop: Site;

/** Sites keep their code of SalesIQ, with the name of the host changed. */
test.describe('a site that comes from SalesIQ', () => {
  test.skip(!backend, 'needs the backend that the whole of the end-to-end tests has');

  test.beforeAll(async () => {
    api = await asAdministrator(backend);
    const tracking = (await (await api.get('/v1/visitor-tracking')).json()) as VisitorTracking;
    codes = `/v1/portals/${tracking.portals[0]!.id}/embed-codes`;
    const made = await api.post(codes, { data: { name: 'Old site', allowed_origins: ['loopback'] } });
    code = (await made.json()) as EmbedCode;
  });
  test.afterAll(() => api.delete(`${codes}/${code.id}`));
  test.beforeEach(async () => {
    shop = new Site(backend);
    await shop.start();
  });
  test.afterEach(() => shop.stop());

  const follow = (former: string) => api.patch(`${codes}/${code.id}`, { data: { former_code: former } });
  /** The visitors of the site, as the CRM has them. */
  const visitors = async (): Promise<OnlineVisitor[]> => {
    const answer = await api.get('/v1/visitors?since=0&limit=200');
    const { data } = (await answer.json()) as { data: OnlineVisitor[] };
    return data.filter(({ page }) => page.url.startsWith(shop.url()));
  };
  /** The page is served with a policy that allows what SalesIQ asks its customers to allow. */
  const nonce = 'n0nce';
  const policy = (script: string) => ({
    'content-security-policy': `script-src ${script}; object-src 'none'`,
  });

  test('the current code works under the strictest policy, call-backs and all', async ({ page }) => {
    shop.pages.set('/current', {
      before: `window.$zoho = window.$zoho || {}; window.heard = [];
        $zoho.salesiq = $zoho.salesiq || {
          ready() { $zoho.salesiq.visitor.name('Ada Byron'); heard.push('ready'); },
          afterReady() { heard.push('afterReady'); },
          onload() { heard.push('onload'); },
        };`,
      file: `<!doctype html><html lang="en"><title>Current</title><h1>Lamps</h1><script src="/current.before.js"></script>
        <script id="zsiqscript" src="${backend}/widget?wc=${code.key}" defer></script></html>`,
    });
    await page.goto(shop.url('/current'));
    await expect.poll(() => page.evaluate('heard')).toEqual(['ready', 'afterReady', 'onload']);
    await expect(page.locator('crm-launcher')).toBeVisible();
    await expect.poll(visitors).toMatchObject([{ name: 'Ada Byron', page: { title: 'Current' } }]);
  });

  test('the code of 2017 names the code that it had at SalesIQ, with a nonce or without', async ({
    page,
  }) => {
    await follow('siq4f1c');
    const snippet = (more: string, attributes = '') => `<!doctype html><html lang="en"><title>Widget</title>
      <body><h1>Lamps</h1><script type="text/javascript" ${attributes}>
      var $zoho=$zoho||{};$zoho.salesiq=$zoho.salesiq||{widgetcode:"siq4f1c", ${more} values:{"visitor.name":"Grace"},ready:function(){
        $zoho.salesiq.floatbutton.visible("hide")}};
      var d=document;s=d.createElement("script");s.type="text/javascript";s.id="zsiqscript";s.defer=true;
      s.src="${backend}/widget";t=d.getElementsByTagName("script")[0];t.parentNode.insertBefore(s,t);
      d.write("<div id='zsiqwidget'></div>");</script><p>After</p></body></html>`;
    const inline = policy(`'unsafe-inline' ${backend}`);
    shop.pages.set('/plain', { file: snippet('mode:"async",'), headers: inline });
    const nonced = snippet(`nonce:"${nonce}",`, `nonce="${nonce}"`).replace(
      's.defer=true;',
      `s.defer=true;s.nonce="${nonce}";`,
    );
    shop.pages.set('/nonce', { file: nonced, headers: policy(`'nonce-${nonce}'`) });
    for (const path of ['/plain', '/nonce']) {
      await page.goto(shop.url(path));
      await expect(page.getByText('After')).toBeVisible();
      await expect(page.locator('#zsiqwidget')).toBeAttached();
      await expect.poll(visitors).toMatchObject([{ name: 'Grace', page: { url: shop.url(path) } }]);
      // What the page called when it was ready.
      await expect(page.locator('crm-launcher')).toBeHidden();
    }
  });

  test('[VIS-137] a web form of the oldest kind makes a lead with its visit', async ({ page }) => {
    await follow('tarn/lamps');
    const hidden = `<input type='text' style='display:none;' name='xnQsjsdp' value='0a1b2c'/>
      <input type='text' style='display:none;' name='xmIwtLD' value='f0e1d2${Date.now()}'/>
      <input type='text' style='display:none;' name='aG9uZXlwb3Q' value=''/>`;
    const made = await api.post('/v1/web-forms', {
      data: {
        name: 'WebToLeads',
        module: 'Leads',
        fields: ['Last_Name', 'Email', 'Company'].map((name) => ({
          api_name: name,
          label: name,
          required: true,
        })),
        embed_code_id: code.id,
        return_url: shop.url('/thanks'),
        former_code: `<form action="https://crm.zoho.com/crm/WebToLeadForm">${hidden}`,
      },
    });
    const { id } = (await made.json()) as WebForm;
    const email = `oldest${Date.now()}@home.test`;
    shop.pages.set('/form', {
      file: `<!doctype html><html lang="en"><title>Form</title><body><h1>Write to us</h1>
        <form name="WebToLeads1" method="post" action="${backend}/crm/WebToLeadForm" onsubmit="trackVisitor()">${hidden}
        <input type="hidden" name="LDTuvid">
        <label>Name <input name="Last Name"></label><label>E-mail <input name="Email"></label>
        <label>Company <input name="Company"></label><button>Send</button></form>
        <script type="text/javascript" id="VisitorTracking">var $zoho=$zoho||{};$zoho.salesiq=$zoho.salesiq||{values:{},ready:function(){document.title="Ready"}};
        var d=document;s=d.createElement("script");s.type="text/javascript";s.defer=true;
        s.src="${backend}/Tarn/float.ls?embedname=lamps";t=d.getElementsByTagName("script")[0];t.parentNode.insertBefore(s,t);
        function trackVisitor(){try{if($zoho){var form=document.forms["WebToLeads1"];
          form["LDTuvid"].value=$zoho.salesiq.visitor.uniqueid();
          $zoho.salesiq.visitor.name(form["Last Name"].value);$zoho.salesiq.visitor.email(form["Email"].value)}}catch(e){}}</script></body></html>`,
      headers: policy(`'unsafe-inline' ${backend}`),
    });
    await page.goto(shop.url('/form'));
    await expect(page).toHaveTitle('Ready');
    await page.getByLabel('Name').fill('Lovelace');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Company').fill('Engines');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page).toHaveURL(shop.url('/thanks'));
    const find = async () => {
      const answer = await api.get(`/crm/v8/Leads/search?email=${email}`);
      return answer.status() === 200 ? ((await answer.json()) as RecordPage).data : [];
    };
    await expect.poll(find).toMatchObject([{ Last_Name: 'Lovelace', Company: 'Engines' }]);
    const [lead] = await find();
    const visits = await api.get(`/crm/v8/Leads/${lead?.id}/Visits?fields=Visited_Page_URL`);
    expect(((await visits.json()) as RecordPage).data).toHaveLength(1);
    await api.delete(`/v1/web-forms/${id}`);
  });

  test('whom SalesIQ knew comes back as the same visitor; whom it was not to follow is not followed', async ({
    page,
    browser,
  }) => {
    shop.pages.set('/', {
      file: `<!doctype html><html lang="en"><title>Back</title><h1>Lamps</h1><script id="zsiqscript" src="${backend}/widget?wc=${code.key}" defer></script></html>`,
    });
    const came = async (cookies: Record<string, string>, context: BrowserContext): Promise<string> => {
      const list = Object.entries(cookies).map(([name, value]) => ({ name, value, url: shop.url() }));
      await context.addCookies(list);
      const tab = await context.newPage();
      await tab.goto(shop.url());
      await expect(tab.locator('crm-launcher')).toBeVisible();
      return tab.evaluate(() => {
        const stored = Object.entries(localStorage) as [string, string][];
        return stored.find(([key]) => key.endsWith(':'))?.[1] ?? '{}';
      });
    };
    const known = { 'tarn-_zldp': `Mp1%2F${Date.now()}`, 'tarn-_zldt': '1' };
    const ours = await came(known, page.context());
    await expect.poll(visitors).toMatchObject([{ returning: true, visit_count: 1 }]);
    // The same person where this browser keeps nothing of ours: another subdomain, or its storage was cleared.
    const other = await browser.newContext();
    const again = await came(known, other);
    const visitorOf = (state: string) => (JSON.parse(state) as { u?: string }).u;
    expect(visitorOf(again)).toBe(visitorOf(ours));
    await expect.poll(visitors).toMatchObject([{ visit_count: 2 }, { visit_count: 2 }]);
    await other.close();
    const refusing = await browser.newContext();
    expect(await came({ ...known, gdpr_tarn__donottrack: 'true' }, refusing)).toBe('{"g":"denied"}');
    await refusing.close();
    const stranger = await browser.newContext();
    await came({}, stranger);
    await expect
      .poll(async () => (await visitors()).map(({ returning }) => returning).sort())
      .toEqual([false, true, true]);
    await stranger.close();
  });

  test('a code of nobody says so once and harms nothing', async ({ page }) => {
    const warnings: string[] = [];
    page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
    shop.pages.set('/', {
      file: `<!doctype html><html lang="en"><title>None</title><h1>Lamps</h1><script id="zsiqscript" src="${backend}/widget?wc=nobody" defer></script></html>`,
    });
    await page.goto(shop.url());
    await expect.poll(() => warnings).toHaveLength(1);
    expect(warnings[0]).toContain('widget?wc=nobody');
    expect(await page.evaluate(() => 'crm' in window)).toBe(false);
  });
});
