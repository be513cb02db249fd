/** Where the host shows a record; undefined where it shows none. */
export type HrefFor = (module: string, recordId: string) => string | undefined;
