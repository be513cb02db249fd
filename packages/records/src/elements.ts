import type { Elements } from '@crm-elements/core';
import { listElements } from './list-elements.js';
import { pageElements } from './page-elements.js';
import { tabElements } from './tab-elements.js';

export const elements: Elements = {
  ...listElements,
  ...pageElements,
  ...tabElements,
};
