/**
 * The CDN bundles in dist/cdn, made from what `tsc -b` has written to packages/*\/dist: compiling once is
 * faster than a second type check in here.
 */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';
import ts from 'typescript';

/** A build writes beside the folder that is served and moves it into place when it is whole. */
const dir = process.env.CRM_BUNDLES ?? 'dist/cdn';
const built = (path) => `packages/${path}.js`;

const resolve = nodeResolve({ browser: true, exportConditions: ['production'] });
const production = replace({
  preventAssignment: true,
  values: { 'process.env.NODE_ENV': '"production"' },
});
/** Names that only the parts of the tracker use among themselves. */
const internal =
  /^(answered|arm|choose|disarm|drain|engaged|entry|flush|fresh|handlers|identity|leave|percent|restart|rider|sample|settled|totals|touch)$/;

/** Tells the browser to compile the whole script while it loads, beside the page's own thread. */
const compileAll = '//# allFunctionsCalledOnLoad';

const minify = (module, mangle = {}, preamble = '') =>
  terser({
    ecma: 2020,
    module,
    toplevel: true,
    compress: { passes: 3, inline: 1, unsafe_arrows: true, unsafe_methods: true },
    mangle,
    format: { comments: false, preamble },
  });

/** The script tag runs everywhere: its syntax is ES2020, a year or two behind that of the components. */
const es2020 = {
  name: 'es2020',
  transform(code, id) {
    if (!/packages\/(tracker|embed)\/dist/.test(id.replaceAll('\\', '/'))) return null;
    const compilerOptions = { target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.ESNext };
    return { code: ts.transpileModule(code, { compilerOptions }).outputText, map: null };
  },
};

/** Neighbouring `let`s are joined into one, `const`s beside them are not; tsc has checked what is constant. */
const letOnly = {
  name: 'let-only',
  renderChunk: (code) => ({ code: code.replace(/\bconst (?=[\w{[])/g, 'let '), map: null }),
};

/**
 * Socket.IO as it is used here: JSON over WebSocket. The other transports are never asked for, attachments of
 * bytes never sent; both would come along because their modules act when they are loaded.
 */
const leanSocketIo = {
  name: 'lean-socket-io',
  load: (id) => Object.entries(lean).find(([file]) => id.replaceAll('\\', '/').endsWith(file))?.[1] ?? null,
};
const lean = {
  'engine.io-client/build/esm/index.js': `
    import { WS } from './transports/websocket.js';
    export { Socket } from './socket.js';
    export { installTimerFunctions } from './util.js';
    export { parse } from './contrib/parseuri.js';
    export { nextTick } from './globals.node.js';
    export { WS as Fetch, WS as NodeXHR, WS as XHR, WS as NodeWebSocket, WS as WebSocket, WS as WebTransport };`,
  'engine.io-client/build/esm/transports/index.js': `
    import { WS } from './websocket.js';
    export const transports = { websocket: WS };`,
  'socket.io-parser/build/esm/is-binary.js': `
    export const isBinary = () => false;
    export const hasBinary = isBinary;`,
  'socket.io-parser/build/esm/binary.js': `
    export const deconstructPacket = (packet) => ({ packet, buffers: [] });
    export const reconstructPacket = (packet) => packet;`,
};

/** Style sheets as the browser needs them: without indentation. */
const styles = {
  name: 'styles',
  transform(code) {
    const shorten = (css) =>
      css
        .replace(/([{};,])\n\s*/g, '$1')
        .replace(/\n\s*\}/g, '}')
        .replace(/\n\s*/g, ' ')
        .replace(/ \{/g, '{');
    // The compiler writes a space before a template.
    return { code: code.replace(/\bcss ?`[^`]*`/g, shorten), map: null };
  },
};

/** After the minifier only templates have more than one line: their indentation is nothing that a browser draws. */
const oneLine = {
  name: 'one-line',
  renderChunk: (code) => ({ code: code.replace(/\n\s*/g, ' '), map: null }),
};

/** The hashed name is part of the script, so this chunk is made first. */
async function buildVitals() {
  for (const file of existsSync(dir) ? readdirSync(dir) : [])
    if (/^vitals-/.test(file)) rmSync(join(dir, file));
  const bundle = await rollup({
    input: { vitals: built('tracker/dist/events/measure-vitals') },
    plugins: [es2020, resolve, minify(true)],
  });
  const { output } = await bundle.write({ dir, format: 'es', entryFileNames: '[name]-[hash].js' });
  await bundle.close();
  return output[0].fileName;
}

/** Logical names of chunks and what they are called in this build. */
const manifest = (files) => ({
  name: 'manifest',
  writeBundle() {
    writeFileSync(join(dir, 'manifest.json'), `${JSON.stringify(files, null, 2)}\n`);
  },
});

const script = (file, input, plugins = []) => ({
  input: built(input),
  plugins: [
    es2020,
    resolve,
    ...plugins,
    letOnly,
    minify(false, { properties: { regex: internal } }, compileAll),
  ],
  output: { file: join(dir, file), format: 'iife', strict: false, generatedCode: 'es2015' },
});

/** Modules for host applications: what they share is loaded once. */
const elements = {
  core: 'core/dist/lit/define',
  visitors: 'visits/dist/define-visitors',
  visits: 'visits/dist/define-visits',
  visit: 'visits/dist/define-visit',
  'crm-view': 'visits/dist/define-people',
  'visit-reports': 'visits/dist/define-reports',
  presence: 'visits/dist/define-presence',
  'visitor-notifications': 'visits/dist/define-notifications',
  'visitor-tracking': 'visits/dist/define-setup',
  'chat-console': 'chat/dist/define-console',
  ui: 'ui/dist/define',
  'record-list': 'records/dist/define-list',
  record: 'records/dist/define-page',
  tabs: 'records/dist/define-tabs',
  notifications: 'notifications/dist/define',
  automation: 'automation/dist/define',
  identity: 'identity/dist/define',
};

/** What the script tag loads later, and what needs none of the above: each a file of its own. */
const alone = {
  commands: 'embed/dist/commands/index',
  salesiq: 'tracker/dist/salesiq/index',
  'web-form': 'embed/dist/web-form/define',
};

/** What nearly all of them load: a few files compress better than many. */
const together = (id) => {
  const file = id.replaceAll('\\', '/');
  if (base.test(file)) return 'base';
  return /core\/dist\/(pages\/(pages|read-more)|realtime\/(room-store|follow-room))\./.test(file)
    ? 'pages'
    : null;
};
const base =
  /node_modules\/(lit|@lit)|core\/dist\/(define|errors|stores\/(read-store|resource|store))\.|core\/dist\/lit\/(?!i18n\/(fr|ar)|crm-provider|define|elements)|ui\/dist\/(render-(avatar|more)|styles\/(controls|more|surfaces|values))\./;

const modules = (files, output = {}, mangle = {}) => ({
  input: Object.fromEntries(Object.entries(files).map(([name, path]) => [name, built(path)])),
  plugins: [leanSocketIo, styles, resolve, production, minify(true, mangle)],
  output: {
    dir: join(dir, 'elements'),
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    ...output,
  },
});

export default async function config() {
  const vitals = await buildVitals();
  const names = replace({ preventAssignment: true, values: { VITALS_FILE: JSON.stringify(vitals) } });
  const bundles = [
    script('embed.js', 'embed/dist/main', [names, manifest({ vitals })]),
    script('widget.js', 'embed/dist/widget/index'),
    script('tracker.js', 'tracker/dist/main', [names]),
    script('tracker-lite.js', 'tracker/dist/lite'),
  ];
  bundles.push(
    modules(elements, { manualChunks: together, onlyExplicitManualChunks: true }),
    ...Object.entries(alone).map(([name, path]) => modules({ [name]: path })),
  );
  // The visitor's chat is alone on its page: one file, but for the languages and what it never needs. In one file fields can be renamed;
  // those of Socket.IO and Lit begin with an underscore, no name on the wire does.
  bundles.push(
    modules(
      { chat: 'chat/dist/define' },
      {
        manualChunks: (id) => (/i18n.(fr|ar)\.|core.dist.http.transfer\./.test(id) ? null : 'chat'),
        plugins: [oneLine],
      },
      { properties: { regex: /^_[a-z]/i } },
    ),
  );
  return bundles;
}
