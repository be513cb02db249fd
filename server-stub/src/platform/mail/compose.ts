import type { SendMailOptions } from 'nodemailer';
import { MailError, type Mail } from './mail.js';

const ADDRESS = /^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}]+$/u;

/** Whether a text is one plain address. */
export const isAddress = (text: string): boolean => text.length <= 254 && ADDRESS.test(text);

/** One line without control characters: nothing that is put into a header can begin another. */
const headerText = (text: string) =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 255);

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const toHtml = (text: string) =>
  `<div dir="auto" style="white-space:pre-wrap">${text.replace(/[&<>"]/g, (char) => entities[char] ?? char)}</div>`;

/** The mail as nodemailer takes it. @param sender address of the server @throws MailError bad_address */
export function compose(mail: Mail, sender: string): SendMailOptions {
  if (!isAddress(mail.to.email))
    throw new MailError('bad_address', 'the recipient has no valid address', true);
  const domain = sender.slice(sender.lastIndexOf('@') + 1);
  const from = headerText(mail.from);
  return {
    from: { name: from, address: sender },
    to: { name: headerText(mail.to.name ?? ''), address: mail.to.email },
    subject: headerText(mail.subject),
    text: mail.text,
    html: toHtml(mail.text),
    messageId: `<${mail.id}.${mail.orgId}@${domain}>`,
    date: mail.createdAt,
    headers: {
      // RFC 3834: no vacation answers, no circles of automatic mails.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'List-Id': `<crm-${mail.orgId}.${domain}>`,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
