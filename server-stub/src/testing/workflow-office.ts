import type { WorkflowRule, WorkflowRuleInput, WorkflowRun } from '@crm-elements/contract';
import { randomUUID } from 'node:crypto';
import { expect, onTestFinished } from 'vitest';
import { eventually, get, send } from './requests.js';
import { createTestApp, type TestApp } from './test-app.js';

interface Refused {
  code: string;
  errors?: { path: string; message: string }[];
}

const usual: WorkflowRuleInput = {
  name: 'A rule',
  module: 'Leads',
  active: true,
  trigger: 'create',
  criteria: null,
  actions: [{ type: 'field_update', field: 'Description', value: 'Seen' }],
};

/** What tests of automation ask of the API, with the token of somebody who may manage it. */
export function openWorkflowOffice(t: TestApp, token: string) {
  const runs = async (query = '') =>
    (await get<{ data: WorkflowRun[]; next_cursor: string | null }>(t, token, `/v1/workflow-runs?${query}`))
      .body;
  const make = (rule: Partial<WorkflowRuleInput>, clientId: string = randomUUID()) =>
    send<WorkflowRule & Refused>(t, token, 'POST', '/v1/workflow-rules', {
      ...usual,
      ...rule,
      client_id: clientId,
    });
  const remove = (id: string) => send<Refused>(t, token, 'DELETE', `/v1/workflow-rules/${id}`);
  return {
    runs,
    rules: async () => (await get<{ data: WorkflowRule[] }>(t, token, '/v1/workflow-rules')).body.data,
    make,
    /** A rule for the length of the test. @returns its id */
    rule: async (input: Partial<WorkflowRuleInput>) => {
      const { status, body } = await make(input);
      expect(status, JSON.stringify(body)).toBe(201);
      onTestFinished(async () => {
        await remove(body.id);
      });
      return body.id;
    },
    change: (id: string, rule: Partial<WorkflowRuleInput>) =>
      send<WorkflowRule & Refused>(t, token, 'PUT', `/v1/workflow-rules/${id}`, { ...usual, ...rule }),
    remove,
    retry: (id: string) => send<WorkflowRun & Refused>(t, token, 'POST', `/v1/workflow-runs/${id}/retry`),
    /** Once the record has no event left in the outbox, every rule that it sets off has its run. */
    heard: (recordId: string) =>
      eventually(
        () => t.database.pool.query('select 1 from outbox where key = $1', [recordId]),
        ({ rowCount }) => rowCount === 0,
      ),
    /** Waits until a record has so many runs, none of them still waiting. */
    settled: async (recordId: string, count = 1) => {
      const { data } = await eventually(
        () => runs(`record_id=${recordId}`),
        ({ data }) => data.length >= count && data.every(({ status }) => status !== 'waiting'),
      );
      return data;
    },
  };
}

export type WorkflowOffice = ReturnType<typeof openWorkflowOffice>;

/** A backend, and what tests of automation ask of it for each of its organizations. */
export async function openTwoOffices() {
  const t = await createTestApp();
  const token = await t.acme.token();
  const globex = openWorkflowOffice(t, await t.globex.token());
  return { t, token, acme: openWorkflowOffice(t, token), globex };
}
