import type { NoticeSettings } from '../settings/settings-store.js';
import { claim } from './claim.js';
import { showOnDesktop } from './desktop.js';
import { playTone } from './tone.js';

/** A tab that is out of sight lets those in sight go first, ms. */
const PATIENCE = 500;

interface Told {
  /** Names of what is told, the same in every tab. */
  keys: readonly string[];
  settings: NoticeSettings;
  desktop: Parameters<typeof showOnDesktop>[0];
}

/** Tells a reader by sound, and on the desktop while no tab is in sight; one tab does it for all. */
export async function tellReader({ keys, settings, desktop }: Told): Promise<void> {
  if (!settings.sound && !settings.desktop) return;
  if (document.hidden) await new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const claims = await Promise.all(keys.map((key) => claim(key)));
  if (!claims.includes(true)) return;
  if (settings.sound) playTone();
  if (settings.desktop && document.hidden) showOnDesktop(desktop);
}
