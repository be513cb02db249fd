import { parseArgs } from 'node:util';
import { startDatabase } from './database.js';
import { nodesPart } from './nodes-part.js';
import { pickPort, startNode } from './nodes.js';
import { createRandom } from './random.js';
import { startRedis } from './redis.js';
import { installStandIns } from './stand-ins.js';
import { tabsPart } from './tabs-part.js';

/** Seconds of the run for each thousand of messages each way, unless that is too short to hold the cuts. */
const SECONDS_PER_THOUSAND = 60;
const SHORTEST_SECONDS = 8;
const OPERATORS = 5;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e9)) },
    messages: { type: 'string', default: '10000' },
    visitors: { type: 'string', default: '20' },
    nodes: { type: 'string', default: '2' },
    kills: { type: 'string' },
    'tab-kills': { type: 'string' },
    redis: { type: 'boolean', default: false },
    within: { type: 'string', default: '2000' },
    mutate: { type: 'string' },
  },
});

const messages = Number(values.messages);
const seed = Number(values.seed);
const tabKills = Number(values['tab-kills'] ?? Math.ceil(messages / 200));
process.stdout.write(`seed ${seed}\n`);

installStandIns();
const random = createRandom(seed);
const redis = values.redis ? await startRedis().catch(cannotRun) : undefined;
const database = await startDatabase(OPERATORS, values.mutate);
const env = {
  DATABASE_URL: database.connectionString,
  CRM_SECRET: 'one secret for all of the nodes of a run',
  ...(redis && { REDIS_URL: redis.url }),
};
const nodes = await Promise.all(Array.from({ length: Number(values.nodes) }, () => startNode(env)));
let faults = 0;
try {
  const scene = { database, nodes, target: pickPort(nodes, random.fork()) };
  faults += await nodesPart(scene, random.fork(), {
    visitors: Number(values.visitors),
    messages,
    cuts: Math.ceil(messages / 20),
    kills: Number(values.kills ?? Math.ceil(messages / 500)),
    within: Number(values.within),
    lasts: 1_000 * Math.max(SHORTEST_SECONDS, (messages / 1_000) * SECONDS_PER_THOUSAND),
  });
  if (tabKills > 0) faults += await tabsPart(scene, random.fork(), tabKills);
} finally {
  await Promise.all(nodes.map((node) => node.stop()));
  await database.stop();
  await redis?.stop();
}
process.stdout.write(faults === 0 ? 'no fault\n' : `${faults} faults\n`);
process.exit(faults === 0 ? 0 : 1);

function cannotRun({ message }: Error): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
