import { CrmFailure } from '../../crm-dialect/failure.js';
import type { FieldSpec } from '../fields/index.js';
import type { OwnModule } from '../module.js';

const readOnly = (apiName: string, dataType: FieldSpec['dataType'], lookup?: string): FieldSpec => ({
  apiName,
  label: apiName.replaceAll('_', ' '),
  dataType,
  readOnly: true,
  ...(lookup !== undefined && { lookup }),
});

const byRecord = () => {
  throw new CrmFailure(400, 'NOT_SUPPORTED', 'attachments are read at the record that they belong to', {
    module: 'Attachments',
  });
};

/** Files of records: a module to those who read metadata, rows of a related list to all others. */
export const attachmentModule: OwnModule = {
  apiName: 'Attachments',
  singular: 'Attachment',
  plural: 'Attachments',
  dependent: true,
  fields: [
    readOnly('id', 'bigint'),
    readOnly('Owner', 'ownerlookup'),
    readOnly('File_Name', 'text'),
    readOnly('Size', 'bigint'),
    readOnly('Parent_Id', 'lookup', 'se_module'),
    readOnly('Created_By', 'ownerlookup'),
    readOnly('Created_Time', 'datetime'),
    readOnly('Modified_By', 'ownerlookup'),
    readOnly('Modified_Time', 'datetime'),
  ],
  source: { page: async () => byRecord(), get: async () => byRecord() },
};
