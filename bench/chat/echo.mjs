import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { io } from 'socket.io-client';

/** Two clients of a bare Socket.IO server in a process of its own: what the wire alone takes. */
export async function openEcho() {
  const script = fileURLToPath(new URL('./echo-server.mjs', import.meta.url));
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = await once(createInterface({ input: child.stdout }), 'line');
  const connect = async () => {
    const socket = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], forceNew: true });
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
    return socket;
  };
  const [from, to] = [await connect(), await connect()];
  return {
    send: () =>
      new Promise((resolve) => {
        to.once('message', resolve);
        from.emit('message', 'Is it oak?');
      }),
    async close() {
      from.disconnect();
      to.disconnect();
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
