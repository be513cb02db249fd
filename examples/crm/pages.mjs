import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeHtml, fill } from '../lib/html.mjs';
import { texts } from './texts.mjs';
import { demoUsers } from './users.mjs';

const view = (name) => readFileSync(join(import.meta.dirname, 'views', `${name}.html`), 'utf8');
const [app, signIn, person] = ['app', 'sign-in', 'person'].map(view);

/**
 * The host application's one page.
 * @param {{ user: import('./users.mjs').DemoUser, origin: string, lang?: string, scheme?: string }} state
 */
export function appPage({ user, origin, lang = '', scheme = '' }) {
  const language = Object.hasOwn(texts, lang) ? lang : 'en';
  const page = fill(app, {
    ...texts[language],
    ...shown(user),
    origin,
    person: user.key,
    lang: language,
    scheme: scheme === 'dark' || scheme === 'light' ? scheme : 'auto',
  });
  return page.replace(`data-lang="${language}"`, 'aria-current="true"');
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

function shown({ key, name, email, role }) {
  return { key, name, email, role, initial: name[0] };
}
