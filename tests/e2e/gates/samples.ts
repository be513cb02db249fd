import { randomBytes, randomUUID } from 'node:crypto';
import { crmOrigin } from '../origins.js';

/** Attributes by tag. */
export type Samples = Record<string, Record<string, string>>;

async function ask<T>(
  path: string,
  { token = '', body }: { token?: string; body?: object } = {},
): Promise<T> {
  const response = await fetch(crmOrigin() + path, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: token, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

const demo = 'grant_type=refresh_token&client_id=demo&client_secret=demo&refresh_token=demo-admin';
const clientId = () => randomBytes(16).toString('base64url');

/** What the elements of the demo organization need to have something to show. */
export async function findSamples(): Promise<Samples> {
  const { access_token: token } = await ask<{ access_token: string }>(`/oauth/v2/token?${demo}`, {
    body: {},
  });
  const visits = await ask<{ data: { id: string }[] }>('/crm/v8/Visits?fields=id&per_page=1', {
    token: `Zoho-oauthtoken ${token}`,
  });
  const leads = await ask<{ data: { id: string }[] }>('/crm/v8/Leads?fields=id&per_page=1', {
    token: `Zoho-oauthtoken ${token}`,
  });
  const profiles = await ask<{ profiles: { id: string }[] }>('/crm/v8/settings/profiles', {
    token: `Zoho-oauthtoken ${token}`,
  });
  const lead = { module: 'Leads', 'record-id': leads.data[0]?.id ?? '' };
  const visit = { 'visit-id': visits.data[0]?.id ?? '' };
  const person = { portal: 'demo-portal', visitor: clientId(), visit: clientId() };
  const chat = await finishedChat(person);
  return {
    'crm-module-tab': { module: 'Visits' },
    'crm-visit-actions': visit,
    'crm-visit': visit,
    'crm-record-visits': lead,
    'crm-person-timeline': { 'record-id': lead['record-id'] },
    'crm-presence': lead,
    'crm-web-form': { 'form-key': 'demo-workshop' },
    'crm-visit-chats': { 'visit-id': chat.visit_id },
    'crm-chat': { ...person, 'base-url': crmOrigin() },
    'crm-chat-thread': { 'conversation-id': chat.id, side: 'operator' },
    'crm-chat-visitor': visit,
    'crm-profile': { 'profile-id': profiles.profiles[0]?.id ?? '' },
    'crm-record-list': { module: 'Leads' },
    'crm-record': lead,
    'crm-record-card': lead,
    'crm-notes': lead,
    'crm-attachments': lead,
    'crm-criteria-editor': { module: 'Leads' },
    'crm-record-picker': { module: 'Leads', label: 'Lead' },
    'crm-user-picker': { label: 'User' },
    'crm-file-picker': { label: 'Files' },
  };
}

interface Chat {
  id: string;
  visit_id: string;
}

/** A conversation that is over at once, so that it is in nobody's queue. */
async function finishedChat({
  portal,
  visitor,
  visit,
}: Record<'portal' | 'visitor' | 'visit', string>): Promise<Chat> {
  const given = await ask<{ token: string }>('/v1/visitor-tokens', {
    body: { k: portal, u: visitor, s: visit },
  });
  const token = `Bearer ${given.token}`;
  const first = {
    client_id: randomUUID(),
    name: 'Ida Brand',
    email: 'ida@brand.test',
    text: 'Anybody there?',
  };
  const chat = await ask<Chat>('/v1/conversations', { token, body: first });
  await ask(`/v1/conversations/${chat.id}/end`, { token, body: {} });
  return chat;
}
