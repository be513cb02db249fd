import { importChunk } from './chunks.js';
import { createCore } from './core.js';
import { features } from './tracker.js';
import type { Command, Feature, ScriptOptions } from './types.js';
import { vitals } from './events/vitals.js';

/** File name of the web vitals chunk, put in by the build. */
declare const VITALS_FILE: string;

/** The tracker as a script tag asks for it; `chat` carries out `crm('chat', action)`. */
export const createFromScript = (options: ScriptOptions, chat?: Feature): Command =>
  createCore(options, (core) => {
    features(core);
    core.handlers.chat = () => undefined;
    chat?.(core);
    if (options.vitals !== 'off') vitals(core, () => importChunk(options.src, 'vitals', VITALS_FILE));
  });
