/**
 * Imports a chunk that lies beside the script. After a release an old page may ask for a file that is gone: then
 * the manifest says, once, what it is called now.
 *
 * @throws rejects where neither can be loaded
 */
export const importChunk = <M>(script: string, name: string, file: string): Promise<M> => {
  const at = (path = ''): string => new URL(path, script).href;
  return (import(at(file)) as Promise<M>).catch(async () => {
    const response = await fetch(at('manifest.json'));
    const { [name]: renamed } = (await response.json()) as Record<string, string>;
    return import(at(renamed)) as Promise<M>;
  });
};
