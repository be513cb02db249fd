export { createApp, type App } from './app.js';
export { listen } from './listen.js';
export { readSettings, SettingsError, type Settings } from './platform/settings.js';
