export { FileNotFoundError, FileTooLargeError, type FileStore, type StoredFile } from './file-store.js';
export { openFolderStore } from './folder-store.js';
export { fileHeaders } from './file-headers.js';
export { isSafeImage } from './media-type.js';
export { signUrl, verifyUrl } from './signed-address.js';
