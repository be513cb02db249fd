import type { Elements } from '@crm-elements/core';
import { listElements } from './list-elements.js';
import { pageElements } from './page-elements.js';

export const elements: Elements = {
  ...listElements,
  ...pageElements,
};
