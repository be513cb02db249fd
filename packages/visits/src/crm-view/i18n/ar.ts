import { counted } from '@crm-elements/core/lit';
import type { CrmViewWords } from './index.js';

/** كلمات عرض إدارة العملاء بالعربية. */
export const ar: CrmViewWords = {
  view: 'عرض إدارة العملاء',
  groups: {
    customers: 'العملاء',
    potential_customers: 'عملاء مرتقبون',
    leads_contacts: 'العملاء المحتملون/جهات الاتصال',
  },
  groupHints: {
    customers: 'جهات اتصال لها صفقة رابحة واحدة على الأقل.',
    potential_customers: 'جهات اتصال لها صفقة جارية واحدة على الأقل.',
    leads_contacts: 'العملاء المحتملون وجهات الاتصال من دون صفقات.',
  },
  empty: 'لا أحد هنا بعد',
  people: 'الأشخاص',
  visits: counted({
    zero: 'لا زيارات',
    one: 'زيارة واحدة',
    two: 'زيارتان',
    few: '{n} زيارات',
    many: '{n} زيارة',
    other: '{n} زيارة',
  }),
  choose: 'اختر شخصًا',
  chooseHint: 'يظهر هنا ما فعله على الموقع وما يعرفه النظام عنه.',
  back: 'كل الأشخاص',
  openRecord: 'فتح السجل',
  tabs: {
    information: 'المعلومات',
    pages: 'الصفحات المعروضة',
    chats: 'سجل المحادثات',
    visits: 'سجل الزيارات',
    conversations: 'المراسلات',
    timeline: 'الخط الزمني',
  },
  facts: {
    email: 'البريد الإلكتروني',
    phone: 'الهاتف',
    score: 'نقاط الزائر',
    visits: 'الزيارات',
    days: 'أيام الزيارة',
    chats: 'عدد المحادثات',
    lastVisit: 'وقت آخر زيارة',
    lastPage: 'آخر صفحة',
    revenue: 'الإيراد',
    pipeline: 'الصفقات الجارية',
  },
  nothing: {
    pages: 'لم تُعرض أي صفحة بعد.',
    chats: 'لم تجرِ أي محادثة بعد.',
    visits: 'لا زيارات بعد.',
    conversations: 'لا مراسلات بعد.',
    timeline: 'لم يحدث شيء بعد.',
  },
  kinds: {
    visit: 'زيارة',
    page: 'صفحة',
    chat: 'محادثة',
    deal: 'صفقة',
    task: 'مهمة',
    event: 'اجتماع',
    email: 'بريد إلكتروني',
    note: 'ملاحظة',
  },
};
