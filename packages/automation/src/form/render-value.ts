import type { FieldDescription } from '@crm-elements/contract';
import type { CrmRecordPickedEvent, CrmUserPickedEvent } from '@crm-elements/ui';
import { html, type TemplateResult } from 'lit';
import { renderMergeText } from './render-merge-text.js';
import { renderSelect } from './render-select.js';
import { renderText } from './render-text.js';
import type { FormView } from './view.js';

interface Value extends FormView {
  path: string;
  label: string;
  field: FieldDescription;
  value: unknown;
  change: (value: unknown) => void;
}

type Render = (value: Value) => TemplateResult;

const text = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
const toNumber = (written: string) => (written === '' ? null : Number(written));

const renderPickList: Render = ({ path, label, field, value, change, words, fault }) =>
  renderSelect({
    path,
    label,
    value: text(value),
    options: field.pick_list_values.map((one) => [one.actual_value, one.display_value]),
    blank: words.form.empty,
    fault: fault(path),
    change: (chosen) => change(chosen || null),
  });

const renderBoolean: Render = ({ path, label, value, change, words, fault }) =>
  renderSelect({
    path,
    label,
    value: String(value === true),
    options: [
      ['true', words.form.yes],
      ['false', words.form.no],
    ],
    fault: fault(path),
    change: (chosen) => change(chosen === 'true'),
  });

const renderNumber: Render = ({ path, label, value, change, fault }) =>
  renderText({
    path,
    label,
    type: 'number',
    value: text(value),
    fault: fault(path),
    change: (written) => change(toNumber(written)),
  });

const renderDate: Render = ({ path, label, value, change, fault }) =>
  renderText({
    path,
    label,
    type: 'date',
    value: text(value),
    fault: fault(path),
    change: (day) => change(day || null),
  });

/** A moment is written in the time of the one who writes it, and kept with its distance from UTC. */
const renderMoment: Render = ({ path, label, value, change, fault }) =>
  renderText({
    path,
    label,
    type: 'datetime-local',
    value: toLocal(text(value)),
    fault: fault(path),
    change: (written) =>
      change(written ? new Date(written).toISOString().replace(/\.\d+Z$/, '+00:00') : null),
  });

function toLocal(moment: string): string {
  const time = new Date(moment);
  if (Number.isNaN(time.getTime())) return '';
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

interface Lookup {
  id: string;
  name?: string;
}

const named = (value: unknown) => {
  const lookup = value as Lookup | null | undefined;
  return lookup?.id ? { id: lookup.id, name: lookup.name ?? '' } : null;
};

const renderRecord: Render = ({ path, label, field, value, change, client, fault }) => html`
  <crm-record-picker
    data-path=${path}
    module=${field.lookup.module?.api_name ?? ''}
    label=${label}
    .client=${client}
    .value=${named(value)}
    error=${fault(path) ?? ''}
    @crm-record-picked=${(event: CrmRecordPickedEvent) => change(event.value)}
  ></crm-record-picker>
`;

const renderUser: Render = ({ path, label, value, change, client, fault }) => {
  const user = named(value);
  return html`
    <crm-user-picker
      data-path=${path}
      label=${label}
      .client=${client}
      .value=${user && { type: 'user', ...user }}
      error=${fault(path) ?? ''}
      @crm-user-picked=${({ value: picked }: CrmUserPickedEvent) =>
        change(picked && { id: picked.id, name: picked.name })}
    ></crm-user-picker>
  `;
};

const renderWords: Render = ({ path, label, value, change, ...view }) =>
  renderMergeText({
    view,
    path,
    label,
    value: text(value),
    fault: view.fault(path),
    change,
    multiline: view.field.data_type === 'textarea',
  });

const renderers: Record<string, Render> = {
  picklist: renderPickList,
  boolean: renderBoolean,
  integer: renderNumber,
  bigint: renderNumber,
  double: renderNumber,
  currency: renderNumber,
  percent: renderNumber,
  date: renderDate,
  datetime: renderMoment,
  lookup: renderRecord,
  ownerlookup: renderUser,
};

/** The control for a value of a field, by the field's type. */
export const renderValue = (value: Value): TemplateResult =>
  (renderers[value.field.data_type] ?? renderWords)(value);
