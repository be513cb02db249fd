import { chromium } from '@playwright/test';
import { findBrowser, flags } from './scripts/browser.mjs';
const [,, out, path, width='1280', lang='en', scheme='light', act=''] = process.argv;
const b = await chromium.launch({ executablePath: await findBrowser(), args: flags });
const c = await b.newContext({ viewport: { width: +width, height: 900 }, colorScheme: scheme });
const base='http://127.0.0.1:18750';
await c.addCookies([{name:'crm_example_lang',value:lang,url:base+'/examples/crm/'}]);
const p = await c.newPage();
p.on('console',m=>['error','warning'].includes(m.type())&&console.log(m.text().slice(0,300)));p.on('pageerror',e=>console.log('ERR',e.message));
if(process.env.WHO){await p.goto(base+'/examples/crm/sign-in');await p.getByRole('button',{name:new RegExp('^.?\\s*'+process.env.WHO)}).click();}
await p.goto(base + path); await p.waitForLoadState('networkidle'); await p.waitForTimeout(600);
if (act) await eval(`(async()=>{${act}})()`);
await p.waitForTimeout(300);
await p.screenshot({ path: out, fullPage: !!process.env.FULL });
await b.close();
