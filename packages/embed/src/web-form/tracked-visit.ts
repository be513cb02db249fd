/** Visitor and visit, as the tracker keeps them. */
export interface TrackedVisit {
  readonly u?: string;
  readonly s?: string;
}

/**
 * Who fills in the form, as the tracker of the page knows; nothing where there is none, or where the visitor has not
 * agreed to ids.
 *
 * @param portal public key of the embed code by which the form is tracked
 */
export const trackedVisit = (portal: string | null): TrackedVisit => {
  if (portal === null) return {};
  try {
    const { u, s } = Object(JSON.parse(localStorage.getItem(`crm:${portal}:`) ?? '{}')) as TrackedVisit;
    // A page may have written anything there.
    const isId = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{22}$/.test(value);
    return isId(u) && isId(s) ? { u, s } : {};
  } catch {
    return {};
  }
};

/** Tells the tracker, where the page has one, that the form was sent. */
export const tellTracker = (form: string): void =>
  (window as { crm?: (...call: unknown[]) => void }).crm?.('track', 'web form', { form });
