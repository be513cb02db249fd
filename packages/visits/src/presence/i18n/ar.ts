import type { en } from './en.js';

export const ar: typeof en = {
  online: 'متصل الآن',
  onlineOn: (page) => `متصل الآن، على «${page}»`,
  wasOnline: 'كان متصلًا عند آخر تحديث',
};
