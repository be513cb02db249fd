import { createHash } from 'node:crypto';

/** Secrets are kept as hashes: who reads the database cannot sign in. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
