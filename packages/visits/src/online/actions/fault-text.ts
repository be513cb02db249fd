import { toCrmError } from '@crm-elements/core';
import type { OnlineWords } from '../i18n/index.js';

/** Why something did not work, in words. */
export function faultText(error: unknown, terms: OnlineWords): string {
  switch (toCrmError(error).kind) {
    case 'forbidden':
      return terms.refused;
    case 'not_found':
      return terms.gone;
    default:
      return terms.failed;
  }
}
