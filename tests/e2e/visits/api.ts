import { createHmac } from 'node:crypto';
import { expect } from '@playwright/test';
import { crmOrigin } from '../origins.js';

/**
 * Asks a CRM as one of the demo's users, and takes the answer's body.
 * @param place where the CRM is, and who asks; the administrator unless it says otherwise
 */
export async function askCrm<T>(
  { origin, user = 'admin' }: { origin: string; user?: string },
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<T> {
  const client = { grant_type: 'refresh_token', client_id: 'demo', client_secret: 'demo' };
  const token = await fetch(`${origin}/oauth/v2/token`, {
    method: 'POST',
    body: new URLSearchParams({ ...client, refresh_token: `demo-${user}` }),
  });
  const { access_token: access } = (await token.json()) as { access_token: string };
  const answer = await fetch(origin + path, {
    method,
    headers: { authorization: `Bearer ${access}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  expect(answer.ok, `${method} ${path}: ${answer.status} ${text}`).toBe(true);
  return (text ? JSON.parse(text) : undefined) as T;
}

/** Waits until somebody is in the CRM: what a site tells is taken in a moment later. @returns the id of their record */
export async function untilKnown(module: 'Leads' | 'Contacts', lastName: string): Promise<string> {
  const path = `/crm/v8/${module}/search?criteria=(Last_Name:equals:${lastName})`;
  let id = '';
  await expect
    .poll(async () => {
      type Found = { data: { id: string }[] } | undefined;
      return (id = (await askCrm<Found>({ origin: crmOrigin() }, 'GET', path))?.data[0]?.id ?? '');
    })
    .not.toBe('');
  return id;
}

/** What a site hands to the tracker to prove an address: signed with the key of the first portal. */
export async function proofOf(email: string): Promise<string> {
  const crm = { origin: crmOrigin() };
  const { data } = await askCrm<{ data: { id: string }[] }>(crm, 'GET', '/v1/portals');
  const path = `/v1/portals/${data[0]?.id ?? ''}/identity-key`;
  const { key } = await askCrm<{ key: string }>(crm, 'GET', path);
  return createHmac('sha256', key).update(email).digest('hex');
}
