import { escapeHtml } from '../lib/html.mjs';
import { mintToken } from './token.mjs';

/**
 * The mails that the backend would have sent, as a list in HTML; without an SMTP server they are kept in a folder.
 * @param {string} crm address of the CRM
 * @param {import('./users.mjs').DemoUser} user who asks; the CRM shows them to administrators only
 * @param {{ mailsForbidden: string, mailsEmpty: string }} words
 */
export async function renderMails(crm, user, words) {
  const { token } = await mintToken(crm, user.refreshToken, crm);
  const response = await fetch(`${crm}/v1/sent-mails`, {
    headers: { authorization: `Zoho-oauthtoken ${token}`, origin: crm },
  });
  if (!response.ok) return `<p class="quiet">${words.mailsForbidden}</p>`;
  const { data } = await response.json();
  if (data.length === 0) return `<p class="quiet">${words.mailsEmpty}</p>`;
  return `<ul class="mails">${data.map(renderMail).join('')}</ul>`;
}

const renderMail = ({ to, subject, text, sent_at }) => `
  <li>
    <details class="mail">
      <summary><strong dir="auto">${escapeHtml(subject)}</strong> <span class="quiet">${escapeHtml(to.email)}</span>
        <time class="quiet" datetime="${escapeHtml(sent_at)}">${escapeHtml(sent_at.slice(0, 16).replace('T', ' '))}</time></summary>
      <pre dir="auto">${escapeHtml(text)}</pre>
    </details>
  </li>`;
