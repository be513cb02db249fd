import { createServer } from 'node:http';
import { Server } from 'socket.io';

/** Run as a process: tells everybody else what somebody says. Prints its port. */
const http = createServer();
new Server(http, { transports: ['websocket'], serveClient: false }).on('connection', (socket) => {
  socket.on('message', (text) => socket.broadcast.emit('message', text));
});
http.listen(0, '127.0.0.1', () => process.stdout.write(`${http.address().port}\n`));
