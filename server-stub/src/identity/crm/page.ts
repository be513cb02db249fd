import type { SettingsPageInfo } from '@crm-elements/contract';
import { CrmFailure } from '../../crm-dialect/failure.js';

const MAX_PAGE = 200;

export interface Page {
  page: number;
  size: number;
}

function whole(text: string | undefined, fallback: number, max: number, name: string): number {
  if (text === undefined) return fallback;
  if (!/^\d{1,6}$/.test(text) || Number(text) < 1 || Number(text) > max)
    throw new CrmFailure(400, 'INVALID_DATA', `the ${name} given is not valid`, { param_name: name });
  return Number(text);
}

/** @throws CrmFailure INVALID_DATA */
export const parsePage = (query: { page?: string; per_page?: string }): Page => ({
  page: whole(query.page, 1, 100_000, 'page'),
  size: whole(query.per_page, MAX_PAGE, MAX_PAGE, 'per_page'),
});

export const offsetOf = ({ page, size }: Page): number => (page - 1) * size;

/** Cuts what was read, one row more than the page holds, to the page. */
export function toPage<T>(rows: T[], { page, size }: Page): { rows: T[]; info: SettingsPageInfo } {
  const cut = rows.slice(0, size);
  return {
    rows: cut,
    info: { per_page: size, count: cut.length, page, more_records: rows.length > size },
  };
}

/** Everything on one page. */
export const wholePage = (rows: unknown[]): SettingsPageInfo =>
  toPage(rows, { page: 1, size: Math.max(MAX_PAGE, rows.length) }).info;
