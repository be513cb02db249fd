import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Hooks of Node's module loader: child processes of the tests run the sources as they are. */

const self = readFileSync(new URL(import.meta.url), 'utf8');
/** Sources that were transpiled before, so that most processes start without the compiler. */
const cache = new URL('../../../.cache/transpiled/', import.meta.url);
mkdirSync(cache, { recursive: true });

export async function resolve(specifier, context, next) {
  if (specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(source)) return { url: source.href, shortCircuit: true };
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const path = fileURLToPath(url);
  const text = readFileSync(path, 'utf8');
  const name = createHash('sha256')
    .update(self)
    .update('\0')
    .update(path)
    .update('\0')
    .update(text)
    .digest('hex');
  const file = new URL(`${name}.js`, cache);
  if (!existsSync(file)) await transpile(path, text, file);
  return { format: 'module', source: readFileSync(file), shortCircuit: true };
}

async function transpile(path, text, file) {
  const { default: ts } = await import('typescript');
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
      experimentalDecorators: true,
      useDefineForClassFields: false,
      inlineSourceMap: true,
    },
    fileName: path,
  });
  // Another process may be writing the same: each has a file of its own until it is whole.
  const own = new URL(`${file.href}.${process.pid}`);
  writeFileSync(own, outputText);
  renameSync(own, file);
}
