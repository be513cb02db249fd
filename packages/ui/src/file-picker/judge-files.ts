/** Why a file is not taken. */
export type FileFault = 'tooLarge' | 'wrongKind' | 'empty' | 'onlyOne';

interface Limits {
  /** As of an `<input type=file>`: `.pdf,image/*`; anything when empty. */
  accept: string;
  /** Bytes; any when 0. */
  maxBytes: number;
  multiple: boolean;
}

type Named = Pick<File, 'name' | 'size' | 'type'>;

/** Whether a file is of a kind that `accept` names. */
function isAccepted({ name, type }: Named, accept: string): boolean {
  const kinds = accept
    .toLowerCase()
    .split(',')
    .map((kind) => kind.trim())
    .filter(Boolean);
  if (kinds.length === 0) return true;
  return kinds.some((kind) => {
    if (kind.startsWith('.')) return name.toLowerCase().endsWith(kind);
    return kind.endsWith('/*') ? type.startsWith(kind.slice(0, -1)) : type === kind;
  });
}

/** Divides files into those that can be taken and those that cannot, each with the reason. */
export function judgeFiles<T extends Named>(files: readonly T[], { accept, maxBytes, multiple }: Limits) {
  const taken: T[] = [];
  const refused: { file: T; fault: FileFault }[] = [];
  for (const file of files) {
    if (!isAccepted(file, accept)) refused.push({ file, fault: 'wrongKind' });
    else if (maxBytes > 0 && file.size > maxBytes) refused.push({ file, fault: 'tooLarge' });
    else if (file.size === 0) refused.push({ file, fault: 'empty' });
    else if (!multiple && taken.length > 0) refused.push({ file, fault: 'onlyOne' });
    else taken.push(file);
  }
  return { taken, refused };
}
