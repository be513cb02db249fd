import type { Answer } from '../../platform/http/serve-route.js';

const texts = {
  en: { dir: 'ltr', thanks: 'Thank you', told: 'We have received what you wrote.' },
  fr: { dir: 'ltr', thanks: 'Merci', told: 'Nous avons bien reçu votre message.' },
  ar: { dir: 'rtl', thanks: 'شكرًا لك', told: 'لقد تلقينا ما كتبته.' },
} as const;

/** What a plain form leads to when its owner names no page, in the reader's language. */
export function thanksPage(acceptLanguage = ''): Answer {
  const wanted = acceptLanguage.split(',').map((tag) => tag.trim().slice(0, 2).toLowerCase());
  const lang = wanted.find((tag): tag is keyof typeof texts => tag in texts) ?? 'en';
  const { dir, thanks, told } = texts[lang];
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    },
    body: `<!doctype html><html lang="${lang}" dir="${dir}"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${thanks}</title><main><h1>${thanks}</h1><p>${told}</p></main></html>`,
  };
}
