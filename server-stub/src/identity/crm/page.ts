import type { SettingsPageInfo } from '@crm-elements/contract';
import { wholeNumber } from '../../crm-dialect/whole-number.js';

const MAX_PAGE = 200;

export interface Page {
  page: number;
  size: number;
}

/** @throws CrmFailure INVALID_DATA */
export const parsePage = (query: { page?: string; per_page?: string }): Page => ({
  page: wholeNumber(query.page, 1, 100_000, 'page'),
  size: wholeNumber(query.per_page, MAX_PAGE, MAX_PAGE, 'per_page'),
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
