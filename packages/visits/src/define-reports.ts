import { define } from '@crm-elements/core';
import { reportElements } from './reports/report-elements.js';

define(reportElements);
