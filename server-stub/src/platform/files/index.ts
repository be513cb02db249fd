export {
  FileNotFoundError,
  FileTooLargeError,
  type FileStore,
  type OpenFile,
  type StoredFile,
} from './file-store.js';
export { openFolderStore } from './folder-store.js';
export { fileHeaders, type FileDescription } from './file-headers.js';
export { isSafeImage } from './media-type.js';
export { MAX_LIFE_SECONDS, signUrl, verifyUrl, type Grant, type SignedQuery } from './signed-address.js';
