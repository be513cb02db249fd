import { randomBytes, randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';

const id = () => randomBytes(16).toString('base64url');
const userAgent =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/** Conversations of as many visitors with one operator, who listens to all of them. */
export async function openConversations(origin, count) {
  const operator = await operatorToken(origin);
  const socket = io(origin, { transports: ['websocket'], auth: { token: operator } });
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
  const rooms = new Map();
  socket.on('live', ({ room }) => rooms.get(room)?.());
  const conversations = [];
  for (let number = 0; number < count; number++) conversations.push(await open(origin, socket));

  return {
    /** A visitor sends; resolves when the operator has read the text. */
    send(number) {
      const conversation = conversations[number];
      const { path, token } = conversation;
      const clientId = randomUUID();
      const read = async (done) => {
        const page = await call(origin, 'GET', `${path}/messages?after=${conversation.seq}`, operator);
        conversation.seq = page.data.at(-1)?.seq ?? conversation.seq;
        if (page.data.some((message) => message.client_id === clientId)) done();
      };
      return new Promise((resolve, reject) => {
        rooms.set(conversation.room, () => void read(resolve).catch(reject));
        call(origin, 'POST', `${path}/messages`, token, { client_id: clientId, text: 'Is it oak?' }).catch(
          reject,
        );
      });
    },
    close: () => socket.disconnect(),
  };
}

async function open(origin, socket) {
  const { token } = await call(origin, 'POST', '/v1/visitor-tokens', undefined, {
    k: 'demo-portal',
    u: id(),
    s: id(),
  });
  const words = { client_id: randomUUID(), name: 'Vera', email: 'vera@home.test', text: 'Hello' };
  const conversation = await call(origin, 'POST', '/v1/conversations', token, words);
  const room = `conversation/${conversation.id}`;
  await socket.timeout(5_000).emitWithAck('join', room);
  return { path: `/v1/conversations/${conversation.id}`, room, token, seq: 1 };
}

async function operatorToken(origin) {
  const query = 'grant_type=refresh_token&client_id=demo&client_secret=demo&refresh_token=demo-agent';
  return (await call(origin, 'POST', `/oauth/v2/token?${query}`)).access_token;
}

async function call(origin, method, path, token, body) {
  const answer = await fetch(`${origin}${path}`, {
    method,
    headers: {
      'user-agent': userAgent,
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}
