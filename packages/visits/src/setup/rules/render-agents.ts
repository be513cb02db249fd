import type { CrmClient } from '@crm-elements/core';
import type { CrmUserPickedEvent, PickedPerson } from '@crm-elements/ui';
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

interface Agents {
  label: string;
  add: string;
  users: readonly string[];
  groups: readonly string[];
  client: CrmClient | undefined;
  onChange: (users: string[], groups: string[]) => void;
}

/** Users and groups by their ids: a picker for each, which finds the name, and one that adds. */
export function renderAgents({ label, add, users, groups, client, onChange }: Agents): TemplateResult {
  const agents = [
    ...users.map((id) => ({ type: 'user' as const, id, name: '' })),
    ...groups.map((id) => ({ type: 'group' as const, id, name: '' })),
  ];
  const put = (at: number, picked: PickedPerson | null) => {
    const next = [...agents.slice(0, at), ...(picked ? [picked] : []), ...agents.slice(at + 1)];
    const idsOf = (type: 'user' | 'group') => [
      ...new Set(next.filter((one) => one.type === type).map(({ id }) => id)),
    ];
    onChange(idsOf('user'), idsOf('group'));
  };
  const renderPicker = (agent: PickedPerson | null, at: number) =>
    html`<crm-user-picker
      class="picker"
      kinds="user group"
      label=${agent ? label : add}
      label-hidden
      .placeholder=${add}
      .client=${client}
      .value=${live(agent)}
      @crm-user-picked=${({ value }: CrmUserPickedEvent) => put(at, value)}
    ></crm-user-picker>`;
  return html`<fieldset>
    <legend>${label}</legend>
    ${agents.map(renderPicker)} ${renderPicker(null, agents.length)}
  </fieldset>`;
}
