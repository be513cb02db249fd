import type { FieldSpec } from '../fields/index.js';
import { description, field } from './spec.js';

export const leadSources = [
  'Advertisement',
  'Cold Call',
  'Employee Referral',
  'External Referral',
  'Online Store',
  'X (Twitter)',
  'Facebook',
  'Partner',
  'Public Relations',
  'Sales Email Alias',
  'Seminar Partner',
  'Internal Seminar',
  'Trade Show',
  'Web Download',
  'Web Research',
  'Web Site',
  'Chat',
];

export const industries = [
  'ASP (Application Service Provider)',
  'Data/Telecom OEM',
  'ERP (Enterprise Resource Planning)',
  'Government/Military',
  'Large Enterprise',
  'ManagementISV',
  'MSP (Management Service Provider)',
  'Network Equipment Enterprise',
  'Non-management ISV',
  'Optical Networking',
  'Service Provider',
  'Small/Medium Enterprise',
  'Storage Equipment',
  'Storage Service Provider',
  'Systems Integrator',
  'Wireless Industry',
];

/** What leads and contacts have in common. */
export const person: FieldSpec[] = [
  field('Salutation', 'picklist', { pickList: ['Mr.', 'Mrs.', 'Ms.', 'Dr.', 'Prof.'] }),
  field('First_Name', 'text', { maxLength: 40 }),
  field('Last_Name', 'text', { maxLength: 80, mandatory: true }),
  field('Full_Name', 'text', { readOnly: true }),
  field('Email', 'email', { unique: true }),
  field('Secondary_Email', 'email'),
  field('Title', 'text', { maxLength: 100 }),
  field('Phone', 'phone'),
  field('Mobile', 'phone'),
  field('Fax', 'phone'),
  field('Lead_Source', 'picklist', { pickList: leadSources }),
  field('Twitter', 'text', { maxLength: 50 }),
  field('Skype_ID', 'text', { maxLength: 50 }),
  field('Email_Opt_Out', 'boolean'),
  description,
];
