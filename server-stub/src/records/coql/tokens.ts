import { syntaxError } from './failures.js';

export interface Token {
  kind: 'word' | 'string' | 'number' | 'symbol' | 'end';
  /** As written; of a string, what it holds. */
  text: string;
  /** Offset into the query. */
  position: number;
}

const patterns: [kind: Token['kind'], pattern: RegExp][] = [
  ['word', /[A-Za-z$_][\w$]*(?:\.[A-Za-z$_][\w$]*)*/y],
  ['number', /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\w.])/y],
  ['string', /'(?:[^'\\]|\\[^]|'')*'/y],
  ['symbol', /<=|>=|!=|<>|[=<>(),*]/y],
];

/** What a string holds: a quote is doubled or escaped; other backslashes stay, for `like`. */
const unquote = (text: string) => text.slice(1, -1).replace(/''|\\'/g, "'");

/** Reads a query token by token. */
export interface Cursor {
  readonly token: Token;
  /** Whether the token is this keyword or symbol; case does not count. */
  is(...texts: string[]): boolean;
  next(): Token;
  /** Takes the token if it is this keyword or symbol. */
  take(text: string): boolean;
  /** @throws CrmFailure SYNTAX_ERROR */
  expect(text: string): void;
  /** Takes a token of this kind. @throws CrmFailure SYNTAX_ERROR */
  expectKind(kind: Token['kind'], what: string): Token;
}

export function openCursor(query: string): Cursor {
  let at = 0;

  function read(): Token {
    while (/\s/.test(query.charAt(at))) at += 1;
    const position = at;
    if (at >= query.length) return { kind: 'end', text: '', position };
    for (const [kind, pattern] of patterns) {
      pattern.lastIndex = at;
      const [text] = pattern.exec(query) ?? [];
      if (text === undefined) continue;
      at += text.length;
      return { kind, text: kind === 'string' ? unquote(text) : text, position };
    }
    throw syntaxError({ kind: 'symbol', text: query.slice(at), position }, 'a word, a value or a sign');
  }

  let token = read();
  const next = () => {
    const taken = token;
    token = read();
    return taken;
  };
  const is = (...texts: string[]) =>
    (token.kind === 'word' || token.kind === 'symbol') && texts.includes(token.text.toLowerCase());
  return {
    get token() {
      return token;
    },
    is,
    next,
    take(text) {
      const taken = is(text);
      if (taken) next();
      return taken;
    },
    expect(text) {
      if (!is(text)) throw syntaxError(token, text);
      next();
    },
    expectKind(kind, what) {
      if (token.kind !== kind) throw syntaxError(token, what);
      return next();
    },
  };
}
