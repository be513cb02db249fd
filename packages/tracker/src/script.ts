import { importChunk } from './chunks.js';
import type { ScriptConfig } from './config.js';
import { createTracker } from './tracker.js';
import type { Command, Handler, VitalsModule } from './types.js';

/** File name of the web vitals chunk, put in by the build. */
declare const VITALS_FILE: string;

/** The tracker as a script tag asks for it; `chat` carries out `crm('chat', action)`. */
export const createFromScript = (config: ScriptConfig, chat?: Handler): Command =>
  createTracker(
    config,
    config.vitals ? () => importChunk<VitalsModule>(config.src, 'vitals', VITALS_FILE) : undefined,
    chat,
  );
