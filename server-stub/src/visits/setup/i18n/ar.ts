import type { Texts } from './texts.js';

export const ar: Texts = {
  subject: (organization) => `الرمز الخاص بموقع ${organization}`,
  letter: ({ sender, site, code, note }) =>
    [
      `يطلب منك ${sender} إضافة هذا الرمز إلى الموقع «${site}».`,
      ...(note === undefined ? [] : ['', note]),
      '',
      code,
      '',
      'ألصقه مرة واحدة في كل صفحة، قبل ‎</head>‎ أو ‎</body>‎ مباشرة. يُحمَّل بعد الصفحة ولا يؤخرها.',
      'إذا كانت للموقع سياسة أمان المحتوى، فاسمح بعنوان النص البرمجي في script-src وconnect-src.',
    ].join('\n'),
};
