import { listen } from './listen.js';
import { createApp } from './app.js';
import { readSettings } from './platform/settings.js';

/** Starts the backend alone: settings from the environment, one clear line when it cannot. */
await listen(async () => {
  const settings = readSettings(process.env);
  return { app: await createApp(settings), settings };
});
