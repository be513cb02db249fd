import { counted } from '@crm-elements/core/lit';
import type { Words } from './index.js';

export const ar: Words = {
  loadMore: 'عرض المزيد',
  loadingMore: 'جارٍ التحميل…',
  moreFailed: 'تعذّر تحميل الصفوف التالية.',
  clear: (label) => (label ? `مسح ${label}` : 'مسح'),
  options: 'الخيارات',
  recent: 'أُضيفت مؤخرًا',
  searching: 'جارٍ البحث…',
  nothingFound: 'لا توجد نتائج',
  searchFailed: 'تعذّر إجراء البحث.',
  searchForbidden: 'لا يسمح لك ملفك الشخصي بالبحث هنا.',
  retry: 'إعادة المحاولة',
  found: counted({
    zero: 'لا نتائج',
    one: 'نتيجة واحدة',
    two: 'نتيجتان',
    few: '{n} نتائج',
    many: '{n} نتيجة',
    other: '{n} نتيجة',
  }),
  kinds: { user: 'مستخدم', role: 'دور', group: 'مجموعة' },
  currentUser: 'المستخدم الحالي',
};
