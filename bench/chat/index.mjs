/**
 * `npm run bench -- chat`: from the moment a visitor sends until the operator has the text, on
 * loopback, with the database as durable as ever; beside it a bare Socket.IO echo, which stores
 * nothing and checks nobody.
 */
import { pathToFileURL } from 'node:url';
import { startBackend } from '../collect/backend.mjs';
import { openConversations } from './conversations.mjs';
import { openEcho } from './echo.mjs';

const CONVERSATIONS = 25;
const MESSAGES_EACH = 40;
/** The first ones warm up both sides. */
const WARM_UP = 100;

export default async function bench() {
  const backend = await startBackend();
  const echo = await openEcho();
  try {
    const chat = await openConversations(`http://127.0.0.1:${backend.port}`, CONVERSATIONS);
    const count = CONVERSATIONS * MESSAGES_EACH;
    const times = { chat: [], echo: [] };
    for (let number = 0; number < count; number++) {
      times.chat.push(await timeOf(() => chat.send(number % CONVERSATIONS)));
      times.echo.push(await timeOf(() => echo.send()));
    }
    chat.close();
    const lines = ['chat', 'echo'].map((name) => line(name, times[name].slice(WARM_UP)));
    const [p50, p99] = [0.5, 0.99].map((share) => ratio(times, share));
    process.stdout.write(`${lines.join('')}chat takes ${p50} of the echo's time at p50, ${p99} at p99\n`);
  } finally {
    await echo.close();
    await backend.stop();
  }
}

async function timeOf(work) {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

const quantile = (times, share) => times.toSorted((a, b) => a - b)[Math.floor(times.length * share)];
const ratio = (times, share) =>
  `${(quantile(times.chat.slice(WARM_UP), share) / quantile(times.echo.slice(WARM_UP), share)).toFixed(1)}x`;

function line(name, times) {
  const [p50, p99] = [0.5, 0.99].map((share) => `${quantile(times, share).toFixed(1)} ms`);
  return `${name.padEnd(6)}send to receive: p50 ${p50}, p99 ${p99}, of ${times.length}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bench();
