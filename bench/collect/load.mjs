import { connect } from 'node:net';
import { request } from './batches.mjs';

/**
 * Run as a process: `load.mjs PORT EVENTS CONNECTIONS SECONDS`. Every connection sends its next
 * request when the answer to the last is there. Prints one line of JSON.
 */
const [port, events, connections, seconds] = process.argv.slice(2).map(Number);
const latencies = [];
const statuses = {};
const begin = performance.now();
const end = begin + seconds * 1_000;

await Promise.all(Array.from({ length: connections }, () => keepSending()));
const elapsed = (performance.now() - begin) / 1_000;
latencies.sort((a, b) => a - b);
const percentile = (share) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))];
process.stdout.write(
  `${JSON.stringify({ requests: latencies.length, statuses, seconds: elapsed, p50: percentile(0.5), p99: percentile(0.99), cpu: process.cpuUsage() })}\n`,
);

function keepSending() {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let sentAt;
    let answer = '';
    const send = () => {
      sentAt = performance.now();
      if (sentAt >= end) return socket.end();
      socket.write(request(port, events));
    };
    socket.setEncoding('latin1');
    socket.once('connect', send);
    socket.once('error', reject);
    socket.once('close', resolve);
    socket.on('data', (chunk) => {
      answer += chunk;
      const head = answer.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(answer)?.[1]);
      if (answer.length < head + 4 + length) return;
      const status = answer.slice(9, 12);
      statuses[status] = (statuses[status] ?? 0) + 1;
      latencies.push(performance.now() - sentAt);
      answer = '';
      send();
    });
  });
}
