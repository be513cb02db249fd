import type { Elements } from '@crm-elements/core';

export const elements: Elements = {};
