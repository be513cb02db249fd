import { description, field, type ModuleSpec } from './spec.js';

export const products: ModuleSpec = {
  apiName: 'Products',
  singular: 'Product',
  plural: 'Products',
  nameField: 'Product_Name',
  duplicateChecks: ['Product_Name'],
  fields: [
    field('Product_Name', 'text', { maxLength: 200, mandatory: true, searchable: true }),
    field('Product_Code', 'text', { maxLength: 40 }),
    field('Product_Active', 'boolean'),
    field('Manufacturer', 'text', { maxLength: 120 }),
    field('Product_Category', 'picklist', {
      pickList: ['Hardware', 'Software', 'CRM Applications'],
    }),
    field('Sales_Start_Date', 'date'),
    field('Sales_End_Date', 'date'),
    field('Unit_Price', 'currency'),
    field('Commission_Rate', 'currency'),
    field('Tax', 'multiselectpicklist', { pickList: ['Sales Tax', 'Vat'] }),
    field('Taxable', 'boolean'),
    field('Usage_Unit', 'picklist', {
      pickList: [
        'Box',
        'Carton',
        'Dozen',
        'Each',
        'Hours',
        'Impressions',
        'Lb',
        'M',
        'Pack',
        'Pages',
        'Pieces',
      ],
    }),
    field('Qty_in_Stock', 'double'),
    field('Qty_Ordered', 'double'),
    field('Reorder_Level', 'double'),
    description,
  ],
};
