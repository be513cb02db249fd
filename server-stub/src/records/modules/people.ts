import type { Field } from '../module.js';

const person: Field[] = [
  { apiName: 'First_Name', label: 'First Name', dataType: 'text', maxLength: 40 },
  { apiName: 'Last_Name', label: 'Last Name', dataType: 'text', maxLength: 80, mandatory: true },
  { apiName: 'Email', label: 'Email', dataType: 'email', maxLength: 100 },
  { apiName: 'Phone', label: 'Phone', dataType: 'phone', maxLength: 30 },
  { apiName: 'Mobile', label: 'Mobile', dataType: 'phone', maxLength: 30 },
  { apiName: 'Description', label: 'Description', dataType: 'textarea', maxLength: 32_000 },
];

export const leadFields: Field[] = [
  ...person,
  { apiName: 'Company', label: 'Company', dataType: 'text', maxLength: 200 },
  { apiName: 'Lead_Source', label: 'Lead Source', dataType: 'picklist', maxLength: 120 },
  { apiName: 'Lead_Status', label: 'Lead Status', dataType: 'picklist', maxLength: 120 },
];

export const contactFields: Field[] = [
  ...person,
  { apiName: 'Department', label: 'Department', dataType: 'text', maxLength: 50 },
  { apiName: 'Title', label: 'Title', dataType: 'text', maxLength: 100 },
];
