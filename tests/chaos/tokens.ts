import { randomBytes } from 'node:crypto';
import { CLIENT, PORTAL } from './database.js';

/** What the host's own backend does: it asks a node directly, and asks again until one answers. */
async function ask<T>(target: () => number | undefined, path: string, init: RequestInit): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      const answer = await fetch(`http://127.0.0.1:${target()}${path}`, { method: 'POST', ...init });
      if (answer.ok) return (await answer.json()) as T;
      throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`);
    } catch (error) {
      if (tries === 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

export async function operatorToken(target: () => number | undefined, refreshToken: string): Promise<string> {
  const query = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: CLIENT,
    client_secret: CLIENT,
    refresh_token: refreshToken,
  });
  const path = `/oauth/v2/token?${query.toString()}`;
  return (await ask<{ access_token: string }>(target, path, {})).access_token;
}

const newId = () => randomBytes(16).toString('base64url');

/** @param origin site that the visitor is on; none for a program */
export async function visitorToken(target: () => number | undefined, origin?: string): Promise<string> {
  const headers = {
    'content-type': 'application/json',
    'user-agent':
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    ...(origin && { origin }),
  };
  const body = JSON.stringify({ k: PORTAL, u: newId(), s: newId() });
  return (await ask<{ token: string }>(target, '/v1/visitor-tokens', { headers, body })).token;
}
