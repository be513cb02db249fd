/** The trackers that are compared, each as one script file that its own documentation would give. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';

const cdn = join(import.meta.dirname, '../../dist/cdn');
const modules = join(import.meta.dirname, '../../node_modules');

async function bundle(code) {
  const entry = '\0entry';
  const build = await rollup({
    input: entry,
    onwarn: () => undefined,
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? code : null),
      },
      nodeResolve({ browser: true, rootDir: import.meta.dirname }),
      terser(),
    ],
  });
  const { output } = await build.generate({ format: 'iife' });
  await build.close();
  return output[0].code;
}

const foreign = {
  plausible: `import { init } from '@plausible-analytics/tracker';
    init({ domain: 'page.localhost', endpoint: BACKEND + '/api/event', captureOnLocalhost: true, outboundLinks: true, fileDownloads: true, formSubmissions: true, logging: false });`,
  snowplow: `import { newTracker, trackPageView, enableActivityTracking } from '@snowplow/browser-tracker';
    newTracker('sp', BACKEND, { appId: 'bench' });
    enableActivityTracking({ minimumVisitLength: 5, heartbeatDelay: 15 });
    trackPageView();`,
};

/** As it is shipped: a script that defines a global. */
const ackee = `${readFileSync(join(modules, 'ackee-tracker/dist/ackee-tracker.min.js'), 'utf8')};
ackeeTracker.create(BACKEND, { detailed: false, ignoreLocalhost: false, ignoreOwnVisits: false }).record('bench');`;

const own = (name, script) => ({
  name,
  script,
  attributes: 'data-portal="demo-portal"',
  files: new Map(
    readdirSync(cdn)
      .filter((file) => /\.js(on)?$/.test(file))
      .map((file) => [file, readFileSync(join(cdn, file), 'utf8')]),
  ),
});

/** @returns {Promise<import('./servers.mjs').Peer[]>} first the empty page, then ours, then the others */
export async function loadPeers() {
  const peer = (name, code) => ({ name, script: 'script.js', files: new Map([['script.js', code]]) });
  const others = Object.entries(foreign).map(async ([name, code]) => peer(name, await bundle(code)));
  return [
    { name: 'nothing' },
    own('tracker', 'tracker.js'),
    own('embed', 'embed.js'),
    own('lite', 'tracker-lite.js'),
    ...(await Promise.all(others)),
    peer('ackee', ackee),
  ];
}
