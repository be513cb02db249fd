import { randomFillSync } from 'node:crypto';

const random = Buffer.alloc(16 * 1_024);
let at = random.length;

/** A new UUIDv7, as the tracker makes it, in base64url. */
function clientId() {
  if (at === random.length) {
    randomFillSync(random);
    at = 0;
  }
  const bytes = random.subarray(at, (at += 16));
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  return bytes.toString('base64url');
}

const view = () =>
  `{"t":"v","i":"${clientId()}","u":"http://localhost:8081/offers?utm_source=news","n":"Offers of the week","r":"https://www.example.com/search?q=shop"}`;
const custom = (page) =>
  `{"t":"e","i":"${clientId()}","p":"${page}","n":"product_seen","w":{"sku":"A-1042","price":19.9}}`;

/** The body of a request: a page view of a new visitor, and custom events up to the number asked for. */
function body(events) {
  const page = clientId();
  const all = [view(), ...Array.from({ length: events - 1 }, () => custom(page))];
  return `{"v":1,"k":"demo-portal","u":"${clientId()}","s":"${clientId()}","e":[${all.join(',')}]}`;
}

/** An HTTP request with this body, ready to be written to a connection. */
export function request(port, events) {
  const text = body(events);
  return `POST /v1/collect HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://localhost:8081\r\nUser-Agent: ${agent}\r\nContent-Type: text/plain;charset=UTF-8\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

const agent =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';
