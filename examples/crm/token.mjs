/** The host application's credentials with the CRM. They never leave this backend. */
const client = { client_id: 'demo', client_secret: 'demo' };

/**
 * Asks the CRM for a token that works only from pages of one origin, for a quarter of an hour at most.
 * @param {string} crm address of the CRM
 * @param {string} refreshToken of the signed-in user
 * @param {string} origin of the page that will use the token
 * @returns {Promise<{ token: string, expires_in: number }>} expires_in in seconds
 * @throws {Error} when the CRM refuses or cannot be reached
 */
export async function mintToken(crm, refreshToken, origin) {
  const body = new URLSearchParams({
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
    origin,
    ...client,
  });
  const response = await fetch(`${crm}/oauth/v2/token`, { method: 'POST', body });
  const answer = await response.json();
  // Refusals come with status 200 in this dialect.
  if (!answer.access_token) throw new Error(`The CRM gave no token: ${answer.error ?? response.status}.`);
  return { token: answer.access_token, expires_in: answer.expires_in };
}
