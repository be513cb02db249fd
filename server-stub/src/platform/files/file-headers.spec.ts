import { validateHeaderValue } from 'node:http';
import { describe, expect, it } from 'vitest';
import { fileHeaders } from './index.js';

const disposition = (name: string, type = 'application/pdf') =>
  fileHeaders({ type, name, size: 3 })['content-disposition'] ?? '';

describe('headers of a file', () => {
  it('keep a file from acting in the origin of the server', () => {
    expect(fileHeaders({ type: 'application/octet-stream', name: 'a.html', size: 3 })).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': '3',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });

  it('show raster images in the page and nothing else', () => {
    expect(disposition('a.png', 'image/png')).toMatch(/^inline/);
    for (const type of ['image/svg+xml', 'text/html', 'application/pdf'])
      expect(disposition('a', type)).toMatch(/^attachment/);
  });

  it('carry a name in any script', () => {
    expect(disposition('Résumé (été).pdf')).toBe(
      `attachment; filename="R_sum_ (_t_).pdf"; filename*=UTF-8''R%C3%A9sum%C3%A9%20%28%C3%A9t%C3%A9%29.pdf`,
    );
  });

  it.each([
    'a"; x="b',
    'a\r\nset-cookie: x=1',
    '../../etc/passwd',
    'C:\\temp\\a.txt',
    '',
    '\ud800',
    'a\u202egpj.exe',
    '\u{1f600}'.repeat(300),
  ])('are valid for the name %j', (name) => {
    const value = disposition(name);
    expect(() => validateHeaderValue('content-disposition', value)).not.toThrow();
    expect(value).toMatch(/^attachment; filename="[\w .()-]+"; filename\*=UTF-8''[\w.%~!-]+$/);
    expect(value).not.toContain('..%2F');
  });
});
