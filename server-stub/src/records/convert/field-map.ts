/** Fields of a lead that a contact takes over, by the contact's names. */
const contactFields: Record<string, string> = {
  Mailing_Street: 'Street',
  Mailing_City: 'City',
  Mailing_State: 'State',
  Mailing_Zip: 'Zip_Code',
  Mailing_Country: 'Country',
  ...Object.fromEntries(
    [
      'Salutation',
      'First_Name',
      'Last_Name',
      'Email',
      'Secondary_Email',
      'Title',
      'Phone',
      'Mobile',
      'Fax',
      'Lead_Source',
      'Twitter',
      'Skype_ID',
      'Email_Opt_Out',
      'Description',
    ].map((name) => [name, name]),
  ),
};

/** Fields of a lead that an account takes over, by the account's names. */
const accountFields: Record<string, string> = {
  Account_Name: 'Company',
  Employees: 'No_of_Employees',
  Billing_Street: 'Street',
  Billing_City: 'City',
  Billing_State: 'State',
  Billing_Code: 'Zip_Code',
  Billing_Country: 'Country',
  ...Object.fromEntries(
    ['Phone', 'Fax', 'Website', 'Industry', 'Annual_Revenue', 'Rating'].map((name) => [name, name]),
  ),
};

const mapped = (lead: Record<string, unknown>, fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([name, from]) => [name, lead[from]]));

/** @param lead data of the lead as stored, which is how a request would say it */
export const contactOf = (lead: Record<string, unknown>) => mapped(lead, contactFields);
export const accountOf = (lead: Record<string, unknown>) => mapped(lead, accountFields);
