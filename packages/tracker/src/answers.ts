import type { Feature, Listener } from './types.js';
import { need } from './warn.js';

/** What the server asks of the page: each command once in a visit, and `config` when the revision changes. */
export const answers: Feature = (core) => {
  // An event target keeps the failure of one listener from the others, and from us.
  let topics: EventTarget | undefined;

  core.handlers.on = (name, listener) => {
    need((listener as Listener).call);
    (topics ??= new EventTarget()).addEventListener(name as string, (event) =>
      (listener as Listener)((event as CustomEvent).detail),
    );
  };

  core.answered = ({ r, c = [] }, visit) => {
    const state = core.identity.load();
    // Numbers grow within a visit: an answer about an older one says nothing here.
    if (!visit || visit !== state.s) return;
    const due: { n: number | undefined; name: string; data?: unknown }[] = c.filter(
      ({ n }) => n > (state.c ?? 0),
    );
    if (r !== state.r) due.unshift({ n: state.c, name: 'config', data: r });
    if (!due[0]) return;
    due.forEach(({ n }) => (state.c = n));
    core.identity.save({ ...state, r });
    due.forEach(({ name, data: detail }) => topics?.dispatchEvent(new CustomEvent(name, { detail })));
  };
};
