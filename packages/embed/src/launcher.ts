import { whenIdle, type Feature, type ScriptOptions } from '@crm-elements/tracker';
import { loadChat, type ChatWindow } from './chat-window.js';
import { labelFor, type Label } from './labels.js';
import { styles } from './launcher.styles.js';

const draw = ({ text, lang, dir }: Label, onPress: () => void): [HTMLElement, HTMLButtonElement] => {
  const host = document.createElement('crm-launcher');
  const root = host.attachShadow({ mode: 'open', delegatesFocus: true });
  // Constructed sheets and nodes: a strict policy allows no style element and no markup.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  const button = document.createElement('button');
  Object.assign(host, { lang, dir });
  Object.assign(button, { type: 'button', textContent: text, ariaHasPopup: 'dialog', onclick: onPress });
  root.append(button);
  return [host, button];
};

/** A button at the corner and the chat that it opens: `crm('chat', 'open' | 'close' | 'show' | 'hide')`. */
export const createLauncher =
  ({ src, portal, chat, lang }: ScriptOptions): Feature =>
  (core) => {
    const label = labelFor(lang, document.documentElement.lang, ...navigator.languages);
    let loading: Promise<ChatWindow> | undefined;
    let before: Element | null;

    const load = async (): Promise<ChatWindow> => {
      const { u: visitor, s: visit } = core.identity.touch() ?? {};
      const loaded = await loadChat({ src, portal, label, visitor, visit });
      loaded.addEventListener('crm-chat-closed', () => {
        button.ariaExpanded = 'false';
        (before as HTMLElement | null)?.focus();
      });
      loaded.addEventListener('crm-chat-unread-changed', (event) => {
        const { count } = event as Event & { count: number };
        if (count) button.dataset.n = String(count);
        else delete button.dataset.n;
      });
      return loaded;
    };
    const actions: Record<string, () => unknown> = {
      async open() {
        before = document.activeElement;
        try {
          (await (loading ??= load())).open();
          button.ariaExpanded = 'true';
        } catch {
          // The next press tries again.
          loading = undefined;
        }
      },
      close: async () => (await loading)?.close(),
      show() {
        host.hidden = false;
        document.body.append(host);
      },
      hide: () => (host.hidden = true),
    };
    const [host, button] = draw(label, () => actions[button.ariaExpanded === 'true' ? 'close' : 'open']!());
    core.handlers.chat = (action) => void actions[action as string]!();
    if (chat !== 'hidden') whenIdle(actions.show!);
  };
