/** What operations besides itself cover one. */
const wider: Readonly<Record<string, string[]>> = { CREATE: ['WRITE'], UPDATE: ['WRITE'] };

/**
 * Whether the scopes of a token cover one that is needed: `ZohoCRM.settings.ALL`,
 * `ZohoCRM.settings.READ` and `ZohoCRM.settings.roles.ALL` cover `ZohoCRM.settings.roles.READ`. Case
 * does not count.
 */
export function coversScope(granted: readonly string[], needed: string): boolean {
  const parts = needed.split('.');
  const operation = parts.at(-1) ?? '';
  const path = parts.slice(0, -1);
  const operations = [operation, 'ALL', ...(wider[operation.toUpperCase()] ?? [])];
  const enough = new Set(
    [path, path.slice(0, 2)].flatMap((prefix) =>
      operations.map((each) => [...prefix, each].join('.').toLowerCase()),
    ),
  );
  return granted.some((scope) => enough.has(scope.toLowerCase()));
}

/** Scopes as clients write them, between commas or blanks. */
export const parseScopes = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);

/** A route of a module needs the scope of that module: `ZohoCRM.modules.leads.READ`. */
export function scopeOf(needed: string, params: unknown): string {
  const { module } = (params ?? {}) as { module?: unknown };
  const [, operation] = /^ZohoCRM\.modules\.(\w+)$/.exec(needed) ?? [];
  return operation && typeof module === 'string' ? `ZohoCRM.modules.${module}.${operation}` : needed;
}
