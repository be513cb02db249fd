import type { Readable } from 'node:stream';

/** What is known of a file once it is stored. */
export interface StoredFile {
  /** Names the file in its store; chosen by the store, safe in addresses and paths. */
  key: string;
  /** Bytes. */
  size: number;
  /** Media type by the first bytes, whatever the sender said. */
  type: string;
  /** SHA-256 of the content, hexadecimal. */
  sha256: string;
}

/** A stored file, ready to be sent. */
export interface OpenFile {
  size: number;
  stream: Readable;
}

/** Where files live: a folder here; a bucket behind the same three functions elsewhere. */
export interface FileStore {
  /**
   * Stores what the stream brings; it is durable when this resolves, and not there at all when it
   * rejects.
   * @throws FileTooLargeError when more than `maxBytes` come.
   */
  put(content: Readable, limits: { maxBytes: number }): Promise<StoredFile>;
  /** @throws FileNotFoundError */
  get(key: string): Promise<OpenFile>;
  /** Does nothing where the file is gone already. */
  remove(key: string): Promise<void>;
}

export class FileTooLargeError extends Error {
  override readonly name = 'FileTooLargeError';
  constructor(readonly maxBytes: number) {
    super(`the file is larger than ${maxBytes} bytes`);
  }
}

export class FileNotFoundError extends Error {
  override readonly name = 'FileNotFoundError';
  constructor() {
    super('there is no such file');
  }
}
