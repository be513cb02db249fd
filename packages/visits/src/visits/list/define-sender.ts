import { define } from '@crm-elements/core';
import { CrmCodeSender } from '../../setup/codes/crm-code-sender.js';

define({ 'crm-code-sender': CrmCodeSender });
