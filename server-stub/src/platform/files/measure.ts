import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { FileTooLargeError } from './file-store.js';
import { mediaTypeOf, SNIFF_BYTES } from './media-type.js';

/** Passes a file on and learns its size, type and digest; breaks off when it grows too large. */
export class Measure extends Transform {
  size = 0;
  readonly #hash = createHash('sha256');
  #head = Buffer.alloc(0);

  constructor(private readonly maxBytes: number) {
    super();
  }

  /** Call after the end. */
  result(): { size: number; type: string; sha256: string } {
    return { size: this.size, type: mediaTypeOf(this.#head), sha256: this.#hash.digest('hex') };
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.size += chunk.length;
    if (this.size > this.maxBytes) {
      done(new FileTooLargeError(this.maxBytes));
      return;
    }
    this.#hash.update(chunk);
    if (this.#head.length < SNIFF_BYTES)
      this.#head = Buffer.concat([this.#head, chunk]).subarray(0, SNIFF_BYTES);
    done(null, chunk);
  }
}
