import { listen } from '../guard.js';
import { crm } from './crm.js';

/** Where the page's listeners for what happens here are kept, by the path of their method. */
type Emit = (paths: string, ...data: unknown[]) => void;

/** What the events of the chat carry, each some of it. */
interface Said {
  readonly text?: string;
  readonly opening?: object;
}

const elements: [event: string, paths: string][] = [
  ['crm-chat-start', 'visitor.chat chat.start'],
  ['crm-chat-send', 'visitor.chatmessage'],
  ['crm-chat-ended', 'visitor.chatcomplete chat.complete'],
  ['crm-chat-closed', 'floatwindow.close floatwindow.minimize'],
];
const commands: [name: string, paths: string][] = [
  ['crm.invite', 'visitor.triggeredchat chat.triggerMessage'],
  ['crm.open', 'visitor.triggeredchat'],
  ['crm.attended', 'visitor.attend chat.attend'],
  ['crm.missed', 'visitor.missed chat.missed'],
];

/** Calls the page's listeners when the chat, the launcher or the CRM says something. */
export const announce = (emit: Emit, id: () => unknown): void => {
  for (const [event, paths] of elements)
    listen<Event & Said>(event, ({ text, opening }) => emit(paths, id(), { text, ...opening }));
  for (const [name, paths] of commands) crm('on', name, (data: unknown) => emit(paths, id(), data));
  crm('on', 'salesiq.trigger', ({ name, info }: { name: string; info?: unknown }) =>
    emit('visitor.trigger', name, info),
  );
  listen('click', (event) => {
    const pressed = event.composedPath().some((node) => (node as Element).localName === 'crm-launcher');
    if (pressed) emit('floatbutton.click chatbutton.click');
  });
};
