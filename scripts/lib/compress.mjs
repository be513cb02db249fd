import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Smaller files are sent as they are. */
const WORTH_IT = 1_000;

/** Puts `.br` and `.gz` beside each script: a server sends them without any work of its own. */
export function compressScripts(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    const path = join(folder, name);
    if (!path.endsWith('.js') || statSync(path).size < WORTH_IT) continue;
    const code = readFileSync(path);
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: code.length };
    writeFileSync(`${path}.br`, brotliCompressSync(code, { params }));
    writeFileSync(`${path}.gz`, gzipSync(code, { level: 9 }));
  }
}
