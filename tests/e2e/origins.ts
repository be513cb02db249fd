/** Where the example CRM and its backend answer. */
export const crmOrigin = (): string => process.env.CRM_E2E_CRM ?? '';

/** Where the shop answers: another site. */
export const shopOrigin = (): string => process.env.CRM_E2E_SHOP ?? '';
