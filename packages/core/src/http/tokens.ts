/** Asks the host's own backend for an access token; a browser never holds a secret. */
export type GetToken = () => Promise<string> | string;

/** The token in use. However many callers find it expired, it is fetched once. */
export interface Tokens {
  current(): Promise<string>;
  /** A token other than the one that was refused. */
  renew(refused: string): Promise<string>;
}

export function createTokens(getToken: GetToken): Tokens {
  let token: Promise<string> | undefined;
  const fetchToken = () => {
    const asked = Promise.resolve().then(getToken);
    token = asked;
    // A failure is not kept: the next call asks again.
    asked.catch(() => {
      if (token === asked) token = undefined;
    });
    return asked;
  };
  const current = () => token ?? fetchToken();
  return {
    current,
    async renew(refused) {
      const held = current();
      if ((await held) !== refused) return held;
      // Another caller may have asked for the next one meanwhile.
      return token === held ? fetchToken() : current();
    },
  };
}
