import type { Words } from './index.js';

export const ar: Words = {
  none: 'لا قيمة',
  yes: 'نعم',
  no: 'لا',
  newTab: 'علامة تبويب جديدة',
};
