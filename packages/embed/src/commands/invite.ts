import { drawHost, make } from './draw.js';
import { greetingStyles } from './greeting.styles.js';
import { invitationStyles } from './invite.styles.js';
import { labelsFor } from './labels.js';
import type { Launcher } from './launcher.js';

let shown: HTMLElement | undefined;

/** The words of the invitation stand in the window too, before what the visitor writes. */
const greet = async ({ load, open }: Launcher, text: string): Promise<void> => {
  const chat = await load();
  chat?.querySelector('crm-greeting')?.remove();
  const greeting = drawHost('crm-greeting', greetingStyles, make('p', { textContent: text, dir: 'auto' }));
  greeting.slot = 'intro';
  chat?.append(greeting);
  await open();
};

/** Shows an invitation above the launcher; nothing moves and the focus stays where it is. */
export const invite = (launcher: Launcher, text: string): void => {
  const { host } = launcher;
  if (launcher.button.ariaExpanded === 'true') return;
  const { lang, dir } = host;
  const { invitation, answer, dismiss } = labelsFor(lang);
  shown?.remove();

  const close = (): void => {
    const hadFocus = document.activeElement === bubble;
    bubble.remove();
    if (hadFocus && host.isConnected) launcher.button.focus();
  };
  // A live region speaks of what changes in it, so it is there before its text.
  const words = make('p', { dir: 'auto', role: 'status' });
  const section = make(
    'section',
    { ariaLabel: invitation },
    words,
    make('button', {
      type: 'button',
      className: 'answer',
      textContent: answer,
      onclick() {
        close();
        void greet(launcher, text);
      },
    }),
    make('button', {
      type: 'button',
      className: 'dismiss',
      textContent: '×',
      ariaLabel: dismiss,
      onclick: close,
    }),
  );
  const bubble = drawHost('crm-invitation', invitationStyles, section);
  Object.assign(bubble, { lang, dir });
  bubble.addEventListener('keydown', ({ key, isComposing }) => {
    if (key === 'Escape' && !isComposing) close();
  });
  if (host.isConnected) host.before(bubble);
  else document.body.append(bubble);
  shown = bubble;
  requestAnimationFrame(() => (words.textContent = text));
  // The window takes its place.
  document.addEventListener(
    'toggle',
    ({ target }) => (target as Element).localName === 'crm-chat' && bubble.remove(),
    {
      capture: true,
      once: true,
    },
  );
};
