import type { VisitorToken } from '@crm-elements/contract';
import { createCrm, Store, type CrmClient, type Readable } from '@crm-elements/core';
import { clientId } from './client-id.js';

interface VisitorOptions {
  /** Origin of the backend. */
  baseUrl: string;
  /** Public key of the portal. */
  portal: string;
  /** Ids of the page's tracker. Without them the visitor is new and nothing is kept on the device. */
  visitor: string | undefined;
  visit: string | undefined;
}

export interface VisitorCrm {
  client: CrmClient;
  /** Whether somebody is there to answer; undefined before the first answer. */
  operatorsOnline: Readable<boolean | undefined>;
}

/** The client of a visitor, whose tokens are given out for nothing but the portal's key. */
export function createVisitorCrm({ baseUrl, portal, visitor, visit }: VisitorOptions): VisitorCrm {
  const operatorsOnline = new Store<boolean | undefined>(undefined);
  const ids = { k: portal, u: visitor ?? clientId(), s: visit ?? clientId() };
  const getToken = async () => {
    const response = await fetch(`${baseUrl}/v1/visitor-tokens`, {
      method: 'POST',
      credentials: 'omit',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(ids),
    });
    if (!response.ok) throw new Error(`No token: ${response.status}`);
    const answer = (await response.json()) as VisitorToken;
    operatorsOnline.set(answer.operators_online);
    return answer.token;
  };
  const person = visitor && visit ? { person: `visitor/${portal}/${visitor}` } : {};
  return { client: createCrm({ baseUrl, getToken, ...person }), operatorsOnline };
}
