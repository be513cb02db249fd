import type { FieldDescription, PortalSettings, WebForm, WebFormInput } from '@crm-elements/contract';

type Field = WebFormInput['fields'][number];

export const blankForm: WebFormInput = {
  name: '',
  module: 'Leads',
  fields: [],
  embed_code_id: null,
  return_url: null,
};

export const inputOfForm = ({ name, module, fields, ...form }: WebForm): WebFormInput => ({
  name,
  module,
  fields,
  embed_code_id: form.embed_code_id,
  return_url: form.return_url,
  former_code: form.former_code,
});

/** What the module demands is asked for whatever is chosen; fields keep the order of the module. */
export function fieldsOf(chosen: readonly Field[], known: readonly FieldDescription[]): Field[] {
  return known.flatMap(({ api_name: name, field_label: label, system_mandatory: isMandatory }) => {
    const field = chosen.find((one) => one.api_name === name);
    if (!field && !isMandatory) return [];
    return [
      { api_name: name, label: field?.label ?? label, required: isMandatory || (field?.required ?? false) },
    ];
  });
}

/**
 * Active portals that a form can be tracked by: those in the CRM, or all while there is none; and the one that the form
 * has already.
 */
export function portalsFor(
  portals: readonly PortalSettings[],
  codeId: string | null,
): readonly PortalSettings[] {
  const isEmbedded = portals.some((portal) => portal.associated);
  return portals.filter(
    ({ enabled, associated, embed_codes: codes }) =>
      (enabled && (associated || !isEmbedded)) || codes.some(({ id }) => id === codeId),
  );
}
