import { createServer } from 'node:http';

/** Run as a process: answers everything with the bytes of a collect answer and does no work. */
const server = createServer((request, answer) => {
  request.resume();
  answer
    .writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': 7 })
    .end('{"r":1}');
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
