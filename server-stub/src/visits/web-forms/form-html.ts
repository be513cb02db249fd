import type { WebForm } from '@crm-elements/contract';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (char) => entities[char] ?? char);

/** People leave this field empty, because they do not see it; programs fill in what they find. */
export const HONEYPOT = 'crm_website';

const inputTypes: Readonly<Record<string, string>> = {
  Email: 'email',
  Phone: 'tel',
  Mobile: 'tel',
  Website: 'url',
};

/** A plain form that works without a script of ours. */
export function htmlOf(
  {
    key,
    name,
    fields,
    portal_key: tracked,
  }: Pick<WebForm, 'key' | 'name' | 'fields'> & { portal_key: string | null },
  origin: string,
): string {
  const rows = fields.map(({ api_name: field, label, required }) => {
    const attributes = `name="${escapeHtml(field)}"${required ? ' required' : ''}`;
    const control =
      field === 'Description'
        ? `<textarea ${attributes}></textarea>`
        : `<input type="${inputTypes[field] ?? 'text'}" ${attributes}>`;
    return `  <p><label>${escapeHtml(label)} ${control}</label></p>`;
  });
  return [
    `<form action="${origin}/v1/web-forms/${key}" method="post"${tracked === null ? '' : ' data-crm-form'} aria-label="${escapeHtml(name)}">`,
    ...rows,
    `  <p hidden><input name="${HONEYPOT}" tabindex="-1" autocomplete="off"></p>`,
    '  <button>Send</button>',
    '</form>',
  ].join('\n');
}
