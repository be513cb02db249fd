import { whenIdle, type Feature, type SalesIq, type ScriptOptions } from '@crm-elements/tracker';
import { createChat, type ChatWindow } from './chat-window.js';
import type { Commands, LauncherActions } from './commands/launcher.js';
import { importModule } from './import-module.js';
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
  Object.assign(button, { textContent: text, ariaHasPopup: 'dialog', onclick: onPress });
  root.append(button);
  return [host, button];
};

/** A button at the corner and the chat that it opens: `crm('chat', 'open' | 'close' | 'show' | 'hide')`. */
export const createLauncher =
  ({ src, portal, chat, lang }: ScriptOptions): Feature =>
  (core) => {
    const label = labelFor(lang, document.documentElement.lang, ...navigator.languages);
    let loading: Promise<ChatWindow | undefined> | undefined;
    let before: Element | null;

    const load = (): Promise<ChatWindow | undefined> => {
      const { u: visitor, s: visit } = core.identity.touch() ?? {};
      return importModule(src, 'chat', () => {
        const loaded = createChat({ src, portal, label, visitor, visit });
        loaded.addEventListener('toggle', (event) => {
          const isOpen = event.newState === 'open';
          button.ariaExpanded = `${isOpen}`;
          if (!isOpen) (before as HTMLElement | null)?.focus();
        });
        loaded.addEventListener('crm-chat-unread-changed', (event) => {
          const { count } = event as Event & { count: number };
          if (count) button.dataset.n = String(count);
          else delete button.dataset.n;
        });
        return loaded;
      });
    };
    const actions: LauncherActions = {
      async load() {
        const loaded = await (loading ??= load());
        // The next press tries again.
        if (!loaded) loading = undefined;
        return loaded;
      },
      async open() {
        before = document.activeElement;
        (await actions.load())?.open();
      },
      close: async () => (await loading)?.close(),
      show() {
        host.hidden = false;
        document.body.append(host);
      },
      hide: () => (host.hidden = true),
    };
    const [host, button] = draw(label, () => actions[button.ariaExpanded === 'true' ? 'close' : 'open']());
    core.handlers.chat = (action) => void actions[action as 'open']();
    ['invite', 'open', 'launcher'].forEach((name) =>
      core.handlers.on!(`crm.${name}`, (data: object) =>
        importModule(src, 'commands', ({ carryOut }: Commands) =>
          carryOut(name, data, { host, button, ...actions, page: () => core.view }),
        ),
      ),
    );
    whenIdle(() => {
      if (chat !== 'hidden') actions.show();
      if ((window as { $zoho?: unknown }).$zoho)
        void importModule(src, 'salesiq', (layer: SalesIq) => layer.connect(() => core.identity.touch()));
    });
  };
