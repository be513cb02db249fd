import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser, flags } from '../../../scripts/browser.mjs';

/**
 * A browser that nobody controls: under control it neither keeps pages for going back nor prerenders.
 * Its pages are steered by the orders of their site.
 */
export class UnattendedBrowser {
  #process: ChildProcess;
  #profile: string;

  private constructor(process: ChildProcess, profile: string) {
    this.#process = process;
    this.#profile = profile;
  }

  static async open(url: string): Promise<UnattendedBrowser> {
    const profile = mkdtempSync(join(tmpdir(), 'crm-browser-'));
    const args = [...flags, '--remote-debugging-port=0', `--user-data-dir=${profile}`, url];
    return new UnattendedBrowser(
      spawn(await findBrowser(), args, { stdio: 'ignore', detached: true }),
      profile,
    );
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#process.once('exit', resolve));
    // The whole group: its renderers would go on writing into the profile.
    if (this.#process.pid !== undefined) process.kill(-this.#process.pid, 'SIGKILL');
    await closed;
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** Script of a page that asks its site what to do, see `Site.order`. */
export const steered = `
const orders = {
  go: (path) => location.assign(path),
  back: () => history.back(),
};
const ask = async () => {
  const answer = await fetch('/order');
  if (answer.status === 204) return setTimeout(ask, 50);
  const [name, value] = await answer.json();
  orders[name](value);
};
const report = (what) => fetch('/report/' + what);
if (document.prerendering) {
  report('prerendering');
  document.addEventListener('prerenderingchange', ask);
} else {
  ask();
}
addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return;
  report('restored');
  ask();
});
`;
