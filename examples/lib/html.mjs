/**
 * Text made safe for HTML, in content and in quoted attributes.
 * @param {string} text
 */
export function escapeHtml(text) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * Fills `{{name}}` with escaped text and `{{{name}}}` with HTML made by us.
 * @param {string} template
 * @param {Record<string, string>} values
 * @throws {Error} when the template names a value that is not there
 */
export function fill(template, values) {
  return template.replace(/\{\{(\{?)(\w+)\}?\}\}/g, (_, raw, name) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The template asks for ${name}.`);
    return raw ? value : escapeHtml(value);
  });
}
