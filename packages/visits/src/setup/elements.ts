import type { Elements } from '@crm-elements/core';
import { CrmCodeSender } from './codes/crm-code-sender.js';
import { CrmPortalCode } from './codes/crm-portal-code.js';
import { CrmPortalCodes } from './codes/crm-portal-codes.js';
import { CrmWebFormEditor } from './forms/crm-web-form-editor.js';
import { CrmWebForms } from './forms/crm-web-forms.js';
import { CrmPortalSetup } from './crm-portal-setup.js';
import { CrmPortalAdder } from './portals/crm-portal-adder.js';
import { CrmPortalConfiguration } from './portals/crm-portal-configuration.js';
import { CrmPortalForm } from './portals/crm-portal-form.js';
import { CrmPortalIdentity } from './portals/crm-portal-identity.js';
import { CrmPortalSettings } from './portals/crm-portal-settings.js';
import { CrmRoutingRules } from './rules/crm-routing-rules.js';
import { CrmTriggerRules } from './rules/crm-trigger-rules.js';

/** What the set-up of visitor tracking needs. */
export const setupElements: Elements = {
  'crm-portal-setup': CrmPortalSetup,
  'crm-portal-settings': CrmPortalSettings,
  'crm-portal-form': CrmPortalForm,
  'crm-portal-adder': CrmPortalAdder,
  'crm-portal-configuration': CrmPortalConfiguration,
  'crm-portal-identity': CrmPortalIdentity,
  'crm-portal-codes': CrmPortalCodes,
  'crm-portal-code': CrmPortalCode,
  'crm-routing-rules': CrmRoutingRules,
  'crm-trigger-rules': CrmTriggerRules,
  'crm-web-forms': CrmWebForms,
  'crm-web-form-editor': CrmWebFormEditor,
  'crm-code-sender': CrmCodeSender,
};
