import { expect, test } from 'vitest';
import { judgeFiles } from './judge-files.js';

const file = (name: string, size = 5, type = '') => ({ name, size, type });
const judge = (files: ReturnType<typeof file>[], limits = {}) => {
  const { taken, refused } = judgeFiles(files, { accept: '', maxBytes: 10, multiple: true, ...limits });
  return { taken: taken.map(({ name }) => name), refused: refused.map(({ fault }) => fault) };
};

test('files are taken up to the limit', () => {
  expect(judge([file('a', 10), file('b', 11), file('c', 0)])).toEqual({
    taken: ['a'],
    refused: ['tooLarge', 'empty'],
  });
});

test.each([
  ['.pdf', 'a.PDF', '', true],
  ['.pdf', 'a.png', 'image/png', false],
  ['image/*', 'a.png', 'image/png', true],
  ['image/png, .txt', 'a.txt', 'text/plain', true],
  ['image/*', 'a.txt', 'text/plain', false],
])('accept=%j and %s of type %j: %j', (accept, name, type, isTaken) => {
  expect(judge([file(name, 5, type)], { accept }).taken).toEqual(isTaken ? [name] : []);
});

test('only one is taken where several are not wanted', () => {
  expect(judge([file('a'), file('b')], { multiple: false })).toEqual({ taken: ['a'], refused: ['onlyOne'] });
});
