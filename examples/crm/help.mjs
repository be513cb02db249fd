import { readFileSync } from 'node:fs';
import { marked } from 'marked';

const source = new URL('../../docs/faq.md', import.meta.url);

/** The questions and answers of the documentation as HTML; headings are found by the ids that the file links to. */
export function renderHelp() {
  const html = marked.parse(readFileSync(source, 'utf8'), { async: false });
  return {
    help: html.replaceAll(/<h2>(.*)<\/h2>/g, (_, title) => `<h2 id="${toId(title)}">${title}</h2>`),
  };
}

/** As the hosts of repositories make them. */
const toId = (title) =>
  title
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .replaceAll(' ', '-');
