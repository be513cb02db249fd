import { guard } from './guard.js';
import type { Feature, Listener } from './types.js';
import { need } from './warn.js';

/** What the server asks of the page: each command once in a visit, and `config` when the revision changes. */
export const answers: Feature = (core) => {
  const listeners: [name: unknown, listener: Listener][] = [];
  const emit = (name: string, data: unknown): void =>
    listeners.forEach(([wanted, listener]) => {
      if (wanted === name) guard(listener)(data);
    });

  core.handlers.on = (name, listener) => {
    need(typeof listener === 'function');
    listeners.push([name, listener as Listener]);
  };

  core.answered = ({ r, c = [] }, visit) => {
    const state = core.identity.load();
    // Numbers grow within a visit: an answer about an older one says nothing here.
    if (!visit || visit !== state.s) return;
    const { r: before, c: last = 0 } = state;
    const due = c.filter(({ n }) => n > last);
    if (r === before && !due[0]) return;
    core.identity.save({ ...state, r, c: Math.max(last, ...due.map(({ n }) => n)) });
    if (r !== before) emit('config', r);
    due.forEach(({ name, data }) => emit(name, data));
  };
};
