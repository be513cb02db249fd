import {
  failed,
  loading,
  ready,
  Store,
  toCrmError,
  type CrmClient,
  type Resource,
  type Running,
} from '@crm-elements/core';

/** A module that a lookup may lead into. */
export interface TargetModule {
  apiName: string;
  label: string;
}

/** Rows of these belong to other records. */
const belongings = ['Notes', 'Attachments'];

/** The modules that a lookup into any module may lead into. */
export class ModulesStore implements Running {
  readonly state = new Store<Resource<readonly TargetModule[]>>(loading);

  constructor(private readonly client: CrmClient) {}

  start(): () => void {
    let isRunning = true;
    const show = (state: Resource<readonly TargetModule[]>) => isRunning && this.state.set(state);
    this.client.call('GET /crm/v8/settings/modules').then(
      ({ modules }) => show(ready(modules.filter(isTarget).map(describe))),
      (error: unknown) => show(failed<readonly TargetModule[]>(toCrmError(error), undefined)),
    );
    return () => (isRunning = false);
  }
}

interface Described {
  api_name: string;
  singular_label: string;
  viewable?: boolean;
  editable?: boolean;
}

const isTarget = ({ api_name: name, viewable, editable }: Described) =>
  viewable !== false && editable !== false && !belongings.includes(name);
const describe = ({ api_name: apiName, singular_label: label }: Described): TargetModule => ({
  apiName,
  label,
});
