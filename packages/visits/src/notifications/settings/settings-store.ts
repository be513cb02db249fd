import { Store, type CrmClient, type Running } from '@crm-elements/core';
import { visitorGroups, type VisitorGroup } from '../../online/groups/visitor-groups.js';

/** How a reader wants to be told of visitors. */
export interface NoticeSettings {
  /** Groups of visitors that the reader is not told of. */
  off: readonly VisitorGroup[];
  sound: boolean;
  desktop: boolean;
}

const KEY = 'visitor-notice-settings';
export const defaultSettings: NoticeSettings = { off: [], sound: false, desktop: false };

function toSettings(kept: unknown): NoticeSettings {
  const { off, sound, desktop } = (kept ?? {}) as Record<string, unknown>;
  const isOff = (group: VisitorGroup) => Array.isArray(off) && off.includes(group);
  return { off: visitorGroups.filter(isOff), sound: sound === true, desktop: desktop === true };
}

/** What a person has chosen, kept on this device. */
export class NoticeSettingsStore implements Running {
  /** Undefined until it is known. */
  readonly state = new Store<NoticeSettings | undefined>(undefined);

  constructor(private readonly client: CrmClient) {}

  start(): () => void {
    void this.read();
    return () => undefined;
  }

  /** Another tab may have changed them. */
  async read(): Promise<NoticeSettings> {
    const before = this.state.value;
    const kept = await (await this.client.storage).readSnapshot(KEY).catch(() => undefined);
    const { value } = this.state;
    // What was chosen meanwhile counts.
    if (value && value !== before) return value;
    const settings = kept === undefined && value ? value : toSettings(kept);
    this.state.set(settings);
    return settings;
  }

  choose(changes: Partial<NoticeSettings>): void {
    const settings = { ...(this.state.value ?? defaultSettings), ...changes };
    this.state.set(settings);
    void this.#write(settings);
  }

  async #write(settings: NoticeSettings): Promise<void> {
    await (await this.client.storage).writeSnapshot(KEY, settings).catch(() => undefined);
  }
}
