import type { en } from './en.js';

export const fr: typeof en = {
  online: 'En ligne',
  onlineOn: (page) => `En ligne, sur « ${page} »`,
  wasOnline: 'Était en ligne aux dernières nouvelles',
};
