import { describe, expect, it } from 'vitest';
import { filesBelow } from '../../scripts/lib/paths.mjs';
import { read } from './sources.js';

const isSource = (path: string) => /\.(ts|mjs)$/.test(path) && !/\.(spec|test|e2e)\.ts$/.test(path);
const lengths = ['packages', 'server-stub', 'scripts', 'examples', 'bench']
  .flatMap((folder) => filesBelow(folder))
  .filter(isSource)
  .map((path) => ({ path, lines: read(path).trimEnd().split('\n').length }))
  .sort((a, b) => a.lines - b.lines);
const at = (share: number) => lengths[Math.ceil(lengths.length * share) - 1]?.lines ?? 0;

describe('source files', () => {
  it('are at most 80 lines in the median', () => {
    expect(at(0.5)).toBeGreaterThan(0);
    expect(at(0.5)).toBeLessThanOrEqual(80);
  });

  it('are at most 200 lines for nine in ten', () => {
    expect(at(0.9)).toBeLessThanOrEqual(200);
  });

  it('are never longer than 300 lines', () => {
    expect(lengths.filter(({ lines }) => lines > 300)).toEqual([]);
  });
});

describe('the repository', () => {
  it('has no addresses in the lock file, so that any registry serves', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved":\s*"https?:/);
  });

  it('keeps its conventions under 100 lines', () => {
    expect(read('CONVENTIONS.md').trimEnd().split('\n').length).toBeLessThan(100);
  });
});
