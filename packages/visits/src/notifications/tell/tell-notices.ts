import type { VisitorNotice } from '@crm-elements/contract';
import { pageOf, type Drawing } from '../drawing.js';
import type { NoticeSettings } from '../settings/settings-store.js';
import { tellReader } from './tell-reader.js';

interface Told {
  drawing: Drawing;
  settings: NoticeSettings;
  /** Address of the backend: other backends tell of others. */
  baseUrl: string;
  /** The reader has chosen the notification of the system. */
  onOpen: (visitor: VisitorNotice['visitor']) => void;
}

/** Who has come, in a sentence. @param fresh newest first */
export function sentenceOf(fresh: readonly VisitorNotice[], { words, formats, nameOf }: Drawing): string {
  const [newest] = fresh;
  if (!newest || fresh.length > 1)
    return words.cameMany(formats.number(fresh.length), formats.plural(fresh.length));
  const { visitor } = newest;
  return `${words.arrived[visitor.visitor_type]}: ${words.isOn(nameOf(visitor), pageOf(visitor))}`;
}

/** Tells by sound and on the desktop, as the reader wants it. @param fresh newest first */
export async function tellNotices(fresh: readonly VisitorNotice[], told: Told): Promise<void> {
  const { drawing, settings, baseUrl, onOpen } = told;
  const visitor = fresh[0]?.visitor;
  if (!visitor) return;
  await tellReader({
    keys: fresh.map((notice) => `crm-elements/${baseUrl}/visitor/${notice.visitor.visit_id}`),
    settings,
    desktop: {
      title: drawing.words.title,
      body: sentenceOf(fresh, drawing),
      tag: `crm-visit-${visitor.visit_id}`,
      onOpen: () => onOpen(visitor),
    },
  });
}
