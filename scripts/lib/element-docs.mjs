import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** Where the reference of the elements is committed: a page for each package. */
export const docsFolder = join(root, 'docs/elements');

/**
 * The reference as the manifest has it.
 * @param {string} manifest text of custom-elements.json
 * @returns {Map<string, string>} Markdown by file name
 */
export function renderElementDocs(manifest) {
  const byPackage = new Map();
  for (const { path, declarations = [] } of JSON.parse(manifest).modules) {
    const [, name] = path.split('/');
    const elements = declarations.filter(({ tagName }) => tagName);
    if (elements.length > 0) byPackage.set(name, [...(byPackage.get(name) ?? []), ...elements]);
  }
  const pages = [...byPackage].map(([name, elements]) => [`${name}.md`, renderPackage(name, elements)]);
  const index = [...byPackage].map(([name, elements]) => {
    const tags = elements.map(({ tagName }) => `[\`<${tagName}>\`](${name}.md#${tagName})`);
    return `- **${name}**: ${tags.join(', ')}`;
  });
  return new Map([['README.md', `# Elements\n\n${generated}\n\n${index.sort().join('\n')}\n`], ...pages]);
}

/** What is committed, by file name. */
export function readElementDocs() {
  const names = readdirSync(docsFolder).filter((name) => name.endsWith('.md'));
  return new Map(names.map((name) => [name, readFileSync(join(docsFolder, name), 'utf8')]));
}

const generated = 'Made of the documentation in the sources by `node scripts/manifest.mjs`.';

function renderPackage(name, elements) {
  const sorted = elements.sort((a, b) => (a.tagName < b.tagName ? -1 : 1));
  return [
    `# @crm-elements/${name}`,
    generated,
    `\`\`\`js\n${definesOf(name).join('\n')}\n\`\`\``,
    ...sorted.flatMap(renderElement),
    '',
  ].join('\n\n');
}

/** The modules that register a package's elements. */
function definesOf(name) {
  const { exports } = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));
  return Object.keys(exports)
    .filter((path) => /\bdefine/.test(path))
    .map((path) => `import '@crm-elements/${name}${path.slice(1)}';`);
}

const renderElement = (element) => [
  `## ${element.tagName}`,
  prose(element.description),
  ...table('Attributes', ['Attribute', 'Property', 'Type', 'Meaning'], element.attributes, attributeCells),
  ...table('Properties', ['Property', 'Type', 'Meaning'], propertiesOf(element), (property) => [
    code(property.name),
    code(property.type?.text ?? ''),
    prose(property.description),
  ]),
  ...table('Events', ['Event', 'Class', 'Meaning'], element.events, (event) => [
    code(event.name),
    code(event.type.text),
    prose(event.description),
  ]),
  ...table('Slots', ['Slot', 'Meaning'], element.slots, named),
  ...table('Parts', ['Part', 'Meaning'], element.cssParts, named),
  ...table('Custom properties', ['Property', 'Default', 'Meaning'], element.cssProperties, (property) => [
    code(property.name),
    code(property.default ?? ''),
    prose(property.description),
  ]),
];

const attributeCells = ({ name, fieldName, type, description }) => [
  code(name),
  code(fieldName),
  code(type?.text ?? ''),
  prose(description),
];

/** Public properties that no attribute stands for. */
const propertiesOf = ({ members = [], attributes = [] }) =>
  members.filter(
    ({ kind, name, privacy, static: isStatic, description }) =>
      kind === 'field' &&
      !isStatic &&
      description &&
      (privacy ?? 'public') === 'public' &&
      !attributes.some(({ fieldName }) => fieldName === name),
  );

const named = ({ name, description }) => [name ? code(name) : '(default)', prose(description)];

function table(title, heads, rows = [], cells) {
  if (rows.length === 0) return [];
  const line = (columns) => `| ${columns.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const ruler = line(heads.map(() => '---'));
  return [`### ${title}`, [line(heads), ruler, ...rows.map((row) => line(cells(row)))].join('\n')];
}

/** Text with its code spans as they are; elsewhere no tag begins. */
const prose = (text = '') =>
  text
    .replaceAll(/\s*\n\s*/g, ' ')
    .split('`')
    .map((part, index) => (index % 2 ? part : part.replaceAll('<', '&lt;')))
    .join('`');
const code = (text) => (text ? `\`${text.replaceAll(/\s*\n\s*/g, ' ')}\`` : '');
