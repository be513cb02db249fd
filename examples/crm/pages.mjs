import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeHtml, fill } from '../lib/html.mjs';
import { groups } from './sitemap.mjs';
import { texts } from './texts.mjs';
import { demoUsers } from './users.mjs';

const view = (name) => readFileSync(join(import.meta.dirname, 'views', `${name}.html`), 'utf8');
const [layout, signIn, person] = ['layout', 'sign-in', 'person'].map(view);

/** Every page has the bells and the link to the profiles. */
const common = ['core', 'notifications', 'visitor-notifications', 'identity', 'tabs'];

/** @returns the words of a language; English where the application does not speak it */
export const wordsOf = (lang = '') => texts[languageOf(lang)];
const languageOf = (lang) => (Object.hasOwn(texts, lang) ? lang : 'en');

/**
 * A page of the host application.
 * @param {import('./sitemap.mjs').Page} page
 * @param {{ user: import('./users.mjs').DemoUser, origin: string, lang?: string, scheme?: string }} state
 * @param {Record<string, string>} [values] what the page's own view asks for; those that end in `Html` are HTML
 */
export function appPage(page, { user, origin, lang = '', scheme = '' }, values = {}) {
  const language = languageOf(lang);
  const words = texts[language];
  const title = words[page.text];
  const all = {
    ...words,
    ...shown(user),
    origin,
    title,
    lead: words[`${page.text}Lead`] ?? '',
    module: page.module ?? '',
    ...values,
  };
  const html = fill(layout, {
    ...all,
    person: user.key,
    lang: language,
    scheme: scheme === 'dark' || scheme === 'light' ? scheme : 'auto',
    path: page.path,
    navigation: groups.map((group) => renderGroup(group, page, words)).join(''),
    bundles: [...common, ...page.bundles].map(renderBundle).join('\n    '),
    body: fill(view(`pages/${page.view}`), all),
  });
  return html.replace(`data-lang="${language}"`, 'aria-current="true"');
}

/** Who may sign in. */
export function signInPage() {
  return fill(signIn, { people: demoUsers.map((user) => fill(person, shown(user))).join('') });
}

/** The demo sign-ins as a list for the start page. */
export function signInList() {
  return demoUsers
    .map(({ email, role }) => `<li><span>${escapeHtml(email)}</span><span class="quiet">${role}</span></li>`)
    .join('');
}

const renderBundle = (name) => `<script type="module" src="/cdn/elements/${name}.js"></script>`;

const renderGroup = ({ text, pages }, current, words) => `
        <p class="nav-group">${words[text]}</p>
        <ul>${pages.map((page) => renderLink(page, current, words)).join('')}</ul>`;

function renderLink({ path, text, link, tab }, current, words) {
  const marked = path === current.path ? ' aria-current="page"' : '';
  const href = `/examples/crm/${path}`;
  if (link) return `<li><${link} href="${href}"${marked}></${link}></li>`;
  const own = `<a href="${href}"${marked}>${words[text]}</a>`;
  return `<li>${tab ? `<crm-module-tab module="${tab}">${own}</crm-module-tab>` : own}</li>`;
}

function shown({ key, name, email, role }) {
  return { key, name, email, role, initial: name[0] };
}
