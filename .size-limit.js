import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const cdn = 'dist/cdn';

/** Budgets: minified, brotli, kilobytes of 1000 bytes. */
export default [
  { name: 'embed.js', path: `${cdn}/embed.js`, limit: '5 KB' },
  { name: 'widget, where a site has a code of SalesIQ', path: `${cdn}/widget.js`, limit: '1 KB' },
  { name: 'tracker.js', path: `${cdn}/tracker.js`, limit: '4 KB' },
  { name: 'tracker-lite.js', path: `${cdn}/tracker-lite.js`, limit: '1.8 KB' },
  { name: 'web vitals, when idle', path: `${cdn}/**/vitals*.js`, limit: '3.2 KB' },
  {
    name: 'commands of the launcher, with the first one',
    path: `${cdn}/elements/commands.js`,
    limit: '2 KB',
  },
  { name: '$zoho.salesiq, where the page has it', path: `${cdn}/elements/salesiq.js`, limit: '2 KB' },
  { name: 'web form, three languages', path: `${cdn}/elements/web-form.js`, limit: '6 KB' },
  {
    name: 'visits with core and lit',
    path: [...withStaticImports(`${cdn}/elements/visits.js`)],
    limit: '30 KB',
  },
  ...[
    ...['record-list', 'notifications', 'automation', 'presence', 'visitors', 'visit', 'crm-view'],
    ...['visit-reports', 'visitor-notifications', 'chat-console', 'tabs'],
  ].map((name) => ({
    name: `${name} with core and lit`,
    path: [...withStaticImports(`${cdn}/elements/${name}.js`)],
    limit: '30 KB',
  })),
  {
    // The page, the card, notes and attachments are a component each: 60 KB would be theirs.
    name: 'record with core and lit, four components',
    path: [...withStaticImports(`${cdn}/elements/record.js`)],
    limit: '45 KB',
  },
  {
    // Two pickers, the criteria editor and the file picker are a component each: 60 KB would be theirs.
    name: 'ui with core and lit, four components',
    path: [...withStaticImports(`${cdn}/elements/ui.js`)],
    limit: '45 KB',
  },
  {
    // Users, profiles, groups and roles are a component each: 60 KB would be theirs.
    name: 'identity with core and lit, four components',
    path: [...withStaticImports(`${cdn}/elements/identity.js`)],
    limit: '32 KB',
  },
  {
    // Portals, web forms, two pickers and the criteria editor are a component each: 70 KB would be theirs.
    name: 'visitor-tracking with core and lit, five components',
    path: [...withStaticImports(`${cdn}/elements/visitor-tracking.js`)],
    limit: '54 KB',
  },
  {
    name: 'chat opened, with core, lit and socket',
    path: [...withStaticImports(`${cdn}/elements/chat.js`)],
    limit: '32 KB',
  },
];

/** A module and everything the browser loads before it can run: not what it imports later. */
function withStaticImports(path, found = new Set()) {
  if (found.has(path)) return found;
  found.add(path);
  if (!existsSync(path)) return found;
  const code = readFileSync(path, 'utf8');
  for (const [, specifier] of code.matchAll(/\b(?:from|import)\s*["'](\.[^"']+)["']/g)) {
    withStaticImports(join(dirname(path), specifier), found);
  }
  return found;
}
