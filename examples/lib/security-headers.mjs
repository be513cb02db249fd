/**
 * The strict policy of the examples: nothing but the page's own origin and those named.
 * @param {string} [backend] origin of the CRM when the page is on another one
 * @returns {Record<string, string>} response headers
 */
export function securityHeaders(backend = '') {
  const from = ["'self'", backend].filter(Boolean).join(' ');
  // An http source does not stand for the WebSocket of the same host.
  const live = backend.replace(/^http/, 'ws');
  const policy = [
    "default-src 'none'",
    ...['script-src', 'style-src', 'img-src', 'font-src'].map((name) => `${name} ${from}`),
    `connect-src ${from} ${live}`.trimEnd(),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
  };
}
