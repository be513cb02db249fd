import type { Elements } from '@crm-elements/core';
import { CrmModuleTab } from './tab/crm-module-tab.js';

/** What a host's navigation needs on every page. */
export const tabElements: Elements = { 'crm-module-tab': CrmModuleTab };
