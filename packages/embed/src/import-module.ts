/** Imports what a page needs later, from where the script came from. Undefined where that, or its use, fails. */
export const importModule = <M, T>(
  src: string,
  name: string,
  use: (module: M) => T,
): Promise<T | undefined> =>
  (import(new URL(`cdn/elements/${name}.js`, src).href) as Promise<M>).then(use).catch(() => undefined);
