export { fakeCrm, type Answer, type Asked, type FakeCrm } from './fake-crm.js';
export { find, findAll, texts, textOf } from './in-page.js';
export { later } from './later.js';
export { recordPage } from './record-page.js';
export { waitUntil } from './wait-until.js';
