import { labelFor } from './labels.js';
import { styles } from './launcher.styles.js';

/** Shows or hides the button that opens the chat. */
export type Launcher = (action: unknown) => void;

const draw = (lang: string | undefined): HTMLElement => {
  const label = labelFor(lang, document.documentElement.lang, ...navigator.languages);
  const host = document.createElement('crm-launcher');
  host.lang = label.lang;
  host.dir = label.dir;
  const root = host.attachShadow({ mode: 'open', delegatesFocus: true });
  // Constructed sheets and nodes: a strict policy allows no style element and no markup.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label.text;
  button.addEventListener('click', () => {
    host.dispatchEvent(new Event('crm-chat-open', { bubbles: true, cancelable: true, composed: true }));
  });
  root.append(button);
  return host;
};

/** A launcher that takes no part in the page until `show` is asked for. */
export const createLauncher = (lang: string | undefined): Launcher => {
  let host: HTMLElement | undefined;
  return (action) => {
    if (action === 'show') {
      host ??= draw(lang);
      host.hidden = false;
      if (!host.isConnected) document.body.append(host);
    } else if (action === 'hide' && host) {
      host.hidden = true;
    }
  };
};
