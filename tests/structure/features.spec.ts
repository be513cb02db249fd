import { describe, expect, it } from 'vitest';
import { families, idsOf, total } from '../../scripts/lib/features.mjs';
import { filesBelow } from '../../scripts/lib/paths.mjs';
import { read } from './sources.js';

const title = /\b(?:it|test|describe)(?:\.\w+)*(?:\([^'"`]*\))?\(\s*(['"`])((?:(?!\1)[\s\S])*)\1/g;

describe('feature ids in test titles', () => {
  const titles = ['packages', 'server-stub', 'tests/e2e', 'tests/server', 'examples']
    .flatMap((folder) => filesBelow(folder))
    .filter((path) => /\.(spec|test|e2e)\.ts$/.test(path))
    .flatMap((path) => [...read(path).matchAll(title)].map(([, , text = '']) => ({ path, text })));

  it('are of the checklist, and at most three in a title', () => {
    const wrong = titles.flatMap(({ path, text }) => {
      const { problem } = idsOf(text);
      return problem === undefined ? [] : [`${path}: ${text}: ${problem}`];
    });
    expect(wrong).toEqual([]);
  });
});

describe('reading feature ids', () => {
  it('counts 425 features in five families', () => {
    expect(total).toBe(425);
    expect(Object.keys(families)).toEqual(['SOC', 'VIS', 'FEED', 'MAIL', 'DESK']);
  });

  it('takes ids in brackets only', () => {
    expect(idsOf('[VIS-05] [VIS-149] as VIS-06 says')).toEqual({ ids: ['VIS-05', 'VIS-149'] });
  });

  // Without brackets: the title of this test claims nothing.
  it.each(['VIS-150', 'VIS-5', 'VIS-005', 'VIS-00', 'MAPS-01'])('refuses %s', (id) => {
    expect(idsOf(`[${id}]`).problem).toContain('no such feature');
  });

  it('refuses more than three', () => {
    expect(idsOf('[SOC-01] [SOC-02] [SOC-03] [SOC-04]').problem).toContain('3 at most');
  });
});
