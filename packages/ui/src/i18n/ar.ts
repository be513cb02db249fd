import type { Words } from './index.js';

export const ar: Words = {
  loadMore: 'عرض المزيد',
  loadingMore: 'جارٍ التحميل…',
  moreFailed: 'تعذّر تحميل الصفوف التالية.',
};
