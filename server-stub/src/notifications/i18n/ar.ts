import type { Texts } from './texts.js';

export const ar: Texts = {
  recordAssigned: (actor) => `أسند إليك ${actor} سجلاً`,
  taskAssigned: (actor) => `أسند إليك ${actor} مهمة`,
  workflowFailed: (rule) => `تعذّر إكمال قاعدة سير العمل «${rule}»`,
  chatMissed: (visitor) => `لم يردّ أحد على ${visitor} في المحادثة`,
  about: (name) => `السجل: ${name}`,
  open: (url) => `افتح السجل: ${url}`,
  footer: 'تصلك هذه الرسالة وفقًا لتفضيلات الإشعارات الخاصة بك في نظام إدارة علاقات العملاء.',
  somebody: 'أحد المستخدمين',
};
