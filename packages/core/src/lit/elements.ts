import type { Elements } from '../define.js';
import { CrmProvider } from './crm-provider.js';

export const elements: Elements = { 'crm-provider': CrmProvider };
