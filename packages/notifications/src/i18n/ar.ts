import { counted } from '@crm-elements/core/lit';
import type { en } from './en.js';

export const ar: typeof en = {
  title: 'الإشعارات',
  unread: counted({
    few: 'الإشعارات، {n} غير مقروءة',
    other: 'الإشعارات، {n} غير مقروء',
  }),
  received: counted({
    zero: 'لا إشعارات غير مقروءة لديك',
    one: 'لديك إشعار واحد غير مقروء',
    two: 'لديك إشعاران غير مقروءين',
    few: 'لديك {n} إشعارات غير مقروءة',
    many: 'لديك {n} إشعارًا غير مقروء',
    other: 'لديك {n} إشعار غير مقروء',
  }),
  isUnread: 'غير مقروء',
  markAllRead: 'اعتبار الكل مقروءًا',
  readFailed: 'تعذّر اعتباره مقروءًا. يُرجى المحاولة مرة أخرى.',
  today: 'اليوم',
  yesterday: 'أمس',
  empty: 'لا جديد لديك',
  emptyHint: 'حين يُسند إليك سجل أو مهمة يصلك الخبر هنا.',
  aRecord: 'سجل',
  loadMore: 'عرض الأقدم',
  loadingMore: 'جارٍ التحميل…',
  moreFailed: 'تعذّر تحميل الإشعارات التالية.',
  preferences: 'تفضيلات الإشعارات',
  preferencesHint: 'تظهر لك هنا دائمًا. اختر ما يصلك بالبريد الإلكتروني أيضًا.',
  byMail: 'بالبريد الإلكتروني',
  chooseFailed: 'تعذّر حفظ اختيارك. يُرجى المحاولة مرة أخرى.',
  back: 'العودة إلى الإشعارات',
  close: 'إغلاق',
  kinds: {
    record_assigned: {
      by: 'أسند {actor} إليك {record}',
      alone: 'أُسند إليك {record}',
      preference: 'عندما يُسند إليّ سجل',
    },
    task_assigned: {
      by: 'أسند {actor} إليك المهمة {record}',
      alone: 'لديك مهمة جديدة: {record}',
      preference: 'عندما تُسند إليّ مهمة',
    },
    workflow_failed: {
      by: 'تعذّر تنفيذ القاعدة {rule} على {record}',
      alone: 'تعذّر تنفيذ القاعدة {rule} على {record}',
      preference: 'عندما تفشل إحدى قواعد سير العمل لديّ',
    },
    chat_missed: {
      by: 'لم يردّ أحد على {visitor} في المحادثة',
      alone: 'لم يردّ أحد على {visitor} في المحادثة',
      preference: 'عندما تفوت محادثة',
    },
  },
};
