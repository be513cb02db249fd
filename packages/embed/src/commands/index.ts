import type { Commands, CommandData, Launcher } from './launcher.js';
import { invite } from './invite.js';

/** Opens the window without taking the focus: the visitor may be writing elsewhere. */
const open = async ({ load }: Launcher): Promise<void> => {
  const chat = await load();
  if (chat && !chat.matches(':popover-open')) chat.showPopover();
};

/** A short nod; whoever wants less motion gets none. */
const nod = ({ button }: Launcher): void => {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  button.animate(
    { translate: ['0', '0 -10px', '0', '0 -5px', '0'] },
    { duration: 700, iterations: 2, easing: 'ease-in-out' },
  );
};

const acts: Record<string, (launcher: Launcher, data: CommandData) => unknown> = {
  invite: (launcher, { text = '' }) => invite(launcher, text),
  open,
  launcher(launcher, { effect }) {
    if (effect === 'hide') return launcher.hide();
    launcher.show();
    return effect === 'animate' && nod(launcher);
  },
};

/** Does what the CRM asks of the launcher, unless the visitor has left the page by then. */
export const carryOut: Commands['carryOut'] = (name, data, launcher) => {
  const page = launcher.page();
  setTimeout(
    () => {
      if (launcher.page() === page) acts[name]?.(launcher, data);
    },
    (data.after ?? 0) * 1_000,
  );
};
