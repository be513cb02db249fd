/** Green dots: beside every record that a list shows or has loaded, and beside the name of a record's page. */
const modules = new Set(['Leads', 'Contacts']);

/** Dots of each element by record, of each list in it. */
const dots = new WeakMap();

function place(element, list, ids) {
  const all = dots.get(element) ?? new Map();
  dots.set(element, all);
  const before = all.get(list) ?? new Map();
  const now = new Map(ids.map((id) => [id, before.get(id) ?? createDot(id, `presence-${id}`)]));
  all.set(list, now);
  for (const [id, dot] of before) if (!now.has(id)) dot.remove();
  element.append(...[...now.values()].filter((dot) => dot.parentElement !== element));
}

function createDot(recordId, slot) {
  const dot = document.createElement('crm-presence');
  dot.setAttribute('record-id', recordId);
  dot.slot = slot;
  return dot;
}

addEventListener('crm-records-shown', ({ target, module, loadedIds }) => {
  if (!modules.has(module)) return;
  place(target, module, loadedIds);
  tellOnline(target);
});

// Its first target is inside of the page's own element.
addEventListener('crm-related-shown', ({ target, list, module, recordIds }) => {
  if (modules.has(module)) place(target, list, recordIds);
});

/** A list that knows who is online lets its reader select them together. */
function tellOnline(list) {
  const online = [...list.querySelectorAll(':scope > crm-presence[online]')];
  list.onlineIds = new Set(online.map((dot) => dot.getAttribute('record-id')));
}

addEventListener('crm-presence-changed', ({ target }) => {
  const list = target.closest('crm-record-list');
  if (list) tellOnline(list);
});

for (const record of document.querySelectorAll('crm-record[record-id]'))
  if (modules.has(record.getAttribute('module')) && record.getAttribute('record-id'))
    record.append(createDot(record.getAttribute('record-id'), 'presence'));
