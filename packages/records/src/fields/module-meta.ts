import type {
  FieldDescription as ContractField,
  ModuleDescription,
  RelatedListDescription,
} from '@crm-elements/contract';

/** A field of a module; what the API leaves open is what follows. */
export type FieldDescription = ContractField & {
  /** Whether many records can be given the same value. */
  mass_update?: boolean;
};

/** Fields that stand together on a record's page. */
export interface FieldSection {
  name: string;
  fields: FieldDescription[];
}

/** What a module consists of, and what its reader may do there. */
export interface ModuleMeta {
  apiName: string;
  /** Label of one record and of many, in the words of the organization. */
  singular: string;
  plural: string;
  creatable: boolean;
  editable: boolean;
  /** Whether notes and files can be added to its records. */
  annotatable: boolean;
  deletable: boolean;
  /** Whether its records can be searched, filtered and sorted; those of some modules are only listed. */
  isSearchable: boolean;
  /** By API name, in the order of the module. */
  fields: ReadonlyMap<string, FieldDescription>;
  /** The field that a record is known by. */
  nameField: FieldDescription | undefined;
  sections: FieldSection[];
  relatedLists: RelatedListDescription[];
  /** ISO code of the organization's currency; undefined where no field needs one. */
  currency: string | undefined;
}

interface Answers {
  module: ModuleDescription & { global_search_supported?: boolean };
  fields: FieldDescription[];
  layouts: { sections: FieldSection[] }[];
  relatedLists: RelatedListDescription[];
  currency: string | undefined;
}

/** Puts together what the settings say about a module. */
export function describeModule({ module, fields, layouts, relatedLists, currency }: Answers): ModuleMeta {
  const byName = new Map(fields.map((field) => [field.api_name, field]));
  return {
    apiName: module.api_name,
    singular: module.singular_label,
    plural: module.plural_label,
    creatable: module.creatable,
    editable: module.editable,
    annotatable: module.annotatable,
    deletable: module.deletable,
    isSearchable: module.global_search_supported !== false,
    fields: byName,
    nameField: findNameField(fields),
    sections: (layouts[0]?.sections ?? []).map((section) => ({
      name: section.name,
      fields: section.fields.map((field) => byName.get(field.api_name) ?? field),
    })),
    relatedLists: [...relatedLists].sort((a, b) => Number(a.sequence_number) - Number(b.sequence_number)),
    currency,
  };
}

/** The API does not tell it: a person's full name, else the first text that a record must have. */
function findNameField(fields: FieldDescription[]): FieldDescription | undefined {
  const texts = fields.filter(({ data_type }) => data_type === 'text');
  return (
    texts.find(({ api_name }) => api_name === 'Full_Name') ??
    texts.find((field) => field.system_mandatory) ??
    texts.find(({ api_name }) => ['Name', 'Subject'].includes(api_name)) ??
    texts[0] ??
    fields[0]
  );
}
