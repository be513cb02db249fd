import { randomBytes } from 'node:crypto';

const lifetime = 8 * 60 * 60;
const cookie = 'crm_example_session';
const signedOut = 'signed-out';
const attributes = 'Path=/examples/crm; HttpOnly; SameSite=Lax';

/**
 * Who is signed in to the host application: a random cookie, and what it stands for in memory.
 * A session lives for eight hours; a restart ends them all.
 */
export class Sessions {
  /** @type {Map<string, { user: import('./users.mjs').DemoUser, until: number }>} */
  #open = new Map();

  /**
   * @param {import('./users.mjs').DemoUser} user
   * @returns {string} a Set-Cookie header
   */
  open(user) {
    this.#dropExpired();
    const id = randomBytes(24).toString('base64url');
    this.#open.set(id, { user, until: Date.now() + lifetime * 1000 });
    return `${cookie}=${id}; ${attributes}; Max-Age=${lifetime}`;
  }

  /**
   * @param {import('fastify').FastifyRequest} request
   * @returns {import('./users.mjs').DemoUser | undefined}
   */
  user(request) {
    const session = this.#open.get(readCookie(request, cookie) ?? '');
    return session && session.until > Date.now() ? session.user : undefined;
  }

  /** @returns {string} a Set-Cookie header */
  close(request) {
    this.#open.delete(readCookie(request, cookie) ?? '');
    return `${cookie}=${signedOut}; ${attributes}; Max-Age=${lifetime}`;
  }

  /**
   * @param {import('fastify').FastifyRequest} request
   * @returns {boolean} whether somebody has signed out here
   */
  isSignedOut(request) {
    return readCookie(request, cookie) === signedOut;
  }

  #dropExpired() {
    for (const [id, { until }] of this.#open) if (until <= Date.now()) this.#open.delete(id);
  }
}

/**
 * @param {import('fastify').FastifyRequest} request
 * @param {string} name
 * @returns {string | undefined}
 */
export function readCookie(request, name) {
  const pairs = (request.headers.cookie ?? '').split(/;\s*/).map((pair) => pair.split('='));
  return pairs.find(([key]) => key === name)?.[1];
}
