import type { ReportWords } from './index.js';

/** كلمات تقارير الزيارات بالعربية. */
export const ar: ReportWords = {
  report: 'تقرير الزيارات',
  from: 'من',
  to: 'إلى',
  wrongRange: 'يجب أن يسبق اليوم الأول اليوم الأخير.',
  figures: {
    visits: 'الزيارات',
    visitors: 'الزوار',
    leads: 'العملاء المحتملون وجهات الاتصال',
    chats: 'المحادثات',
    minutes: 'الدقائق على الموقع',
  },
  day: 'اليوم',
  byDay: 'الزيارات في كل يوم',
  bySource: 'المصادر',
  byPage: 'الصفحات الأكثر زيارة',
  byCountry: 'البلدان',
  byBrowser: 'المتصفحات',
  byVisitorType: 'أنواع الزوار',
  label: 'الاسم',
  unknown: 'غير معروف',
  table: 'عرض كجدول',
  none: 'لا زيارات في هذه المدة.',
  off: 'تتبّع الزوار متوقف',
  offHint: 'تعود التقارير، بكل ما جُمع، عند تشغيله من جديد.',
};
