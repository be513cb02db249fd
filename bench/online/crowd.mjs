/** Thousands who are on a site, as the API tells of them; they move on, leave and come, all of it numbered. */
const types = ['Unknown', 'Unknown', 'Unknown', 'Lead', 'Contact', 'Potential', 'Customer'];
const sources = ['direct', 'search', 'campaign', 'social', 'referral'];
const countries = ['FR', 'DZ', 'DE', 'GB', null];
const pick = (list, number) => list[number % list.length];

/** @param count how many there are at first */
export function createCrowd(count) {
  const crowd = new Map();
  let nextId = 1_000_000;
  let seq = 0;

  function come() {
    const number = ++nextId;
    const page = pageOf(number);
    const type = pick(types, number);
    crowd.set(String(number), {
      visit_id: String(number),
      online: true,
      seq: ++seq,
      portal: { id: '7', name: 'Bench' },
      record:
        type === 'Unknown'
          ? null
          : { id: String(9_000_000 + number), module: 'Leads', name: `Person ${number}` },
      claim: null,
      visitor_type: type,
      name: null,
      email: null,
      phone: number % 3 ? null : '+33 1 23 45 67 89',
      score: number % 90,
      returning: number % 4 === 0,
      visit_count: 1 + (number % 5),
      day_count: 1,
      attended_by: null,
      chat: null,
      page,
      landing_page: { title: page.title, url: page.url },
      path: [page],
      page_count: 1,
      started_at: page.at,
      last_seen_at: page.at,
      source: { kind: pick(sources, number), label: null, url: null },
      campaign: null,
      search_keyword: null,
      last_event: null,
      browser: 'Chrome 140',
      operating_system: 'Windows',
      ip_address: '203.0.113.7',
      country: pick(countries, number),
    });
    return String(number);
  }

  function pageOf(number) {
    const at = new Date().toISOString();
    return { title: `Page at ${Date.now()}`, url: `https://shop.test/products/${number % 97}`, at };
  }

  function change(id, changes) {
    const visitor = crowd.get(id);
    if (visitor)
      crowd.set(id, { ...visitor, ...changes, seq: ++seq, last_seen_at: new Date().toISOString() });
  }

  for (let one = 0; one < count; one++) come();
  return {
    come,
    leave: (id) => change(id, { online: false }),
    moveOn(id) {
      const visitor = crowd.get(id);
      if (!visitor) return;
      const page = pageOf(seq);
      change(id, { page, path: [...visitor.path, page].slice(-10), page_count: visitor.page_count + 1 });
    },
    get seq() {
      return seq;
    },
    /** Ids of those who are there, oldest first. */
    online: () => [...crowd.values()].filter(({ online }) => online).map(({ visit_id: id }) => id),
    all: () => [...crowd.values()],
  };
}
