/** How many features each family of the checklist has; their ids count from 01. */
export const families = { SOC: 50, VIS: 149, FEED: 66, MAIL: 67, DESK: 93 };

/** All features of the checklist. */
export const total = Object.values(families).reduce((sum, count) => sum + count, 0);

/** A title that names more features than this drives none of them properly. */
const most = 3;

/**
 * The feature ids that a test's title claims.
 * @param {string} title
 * @returns {{ ids: string[], problem?: string }} the problem says which claim cannot stand
 */
export function idsOf(title) {
  const ids = [...title.matchAll(/\[([A-Z]+-\d+(?:[ ,]+[A-Z]+-\d+)*)\]/g)].flatMap(([, list]) =>
    list.split(/[ ,]+/),
  );
  const unknown = ids.filter((id) => !exists(id));
  if (unknown.length > 0) return { ids, problem: `no such feature: ${unknown.join(', ')}` };
  if (ids.length > most) return { ids, problem: `${ids.length} features in one title; ${most} at most` };
  return { ids };
}

function exists(id) {
  const [family, number] = id.split('-');
  const count = families[family];
  const canonical = String(Number(number)).padStart(2, '0');
  return count !== undefined && number === canonical && Number(number) >= 1 && Number(number) <= count;
}
