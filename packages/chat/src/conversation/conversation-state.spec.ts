import { describe, expect, it } from 'vitest';
import { noConversation, reduceConversation, shownMessages, unreadCount } from './conversation-state.js';
import { groupMessages } from '../thread/message-groups.js';
import { splitLinks } from '../thread/links.js';
import { groupQueue } from '../console/queue-state.js';
import { conversation, message, page, talk } from '../testing/samples.js';

const read = (...args: Parameters<typeof page>) =>
  reduceConversation(noConversation, { type: 'read', page: page(...args) });

describe('a conversation', () => {
  it('takes each message once, in its place, and none after a gap', () => {
    let state = read([talk[1]!, talk[0]!]);
    state = reduceConversation(state, { type: 'read', page: page([talk[1]!, message(4, 'gap')]) });
    expect(state.messages.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('shows own messages as read as far as the other side has read', () => {
    const state = read([...talk, message(3, 'And now?')], { read: { visitor: 3, operator: 2 } });
    expect(shownMessages(state, 'visitor').map(({ status }) => status)).toEqual(['read', 'read', 'sent']);
  });

  it('shows what waits after what is stored, and a refusal as failed', () => {
    const entries = [
      { id: 'a', topic: 't', payload: { text: 'one' }, at: 1 },
      { id: 'b', topic: 't', payload: { text: 'two' }, at: 2, refused: 'no' },
    ];
    const state = reduceConversation(read(), { type: 'pending', entries });
    expect(shownMessages(state, 'visitor').map(({ status }) => status)).toEqual([
      'read',
      'read',
      'sending',
      'failed',
    ]);
  });

  it('counts what one has not read of the other side', () => {
    expect(unreadCount(read(talk, { read: { visitor: 1, operator: 2 } }), 'visitor')).toBe(1);
    expect(unreadCount(read(talk, { read: { visitor: 1, operator: 1 } }), 'operator')).toBe(0);
  });
});

describe('groups of messages', () => {
  it('break at another side, a pause and a new day', () => {
    const said = (seq: number, at: string, author: 'visitor' | 'operator') =>
      message(seq, 'x', { at, author });
    const state = read([
      said(1, '2026-03-04T09:00:00Z', 'visitor'),
      said(2, '2026-03-04T09:01:00Z', 'visitor'),
      said(3, '2026-03-04T09:10:00Z', 'visitor'),
      said(4, '2026-03-04T09:11:00Z', 'operator'),
      said(5, '2026-03-06T09:11:00Z', 'operator'),
    ]);
    const groups = groupMessages(shownMessages(state, 'visitor'));
    expect(groups.map(({ messages, startsDay }) => [messages.length, startsDay])).toEqual([
      [2, true],
      [1, false],
      [1, false],
      [1, true],
    ]);
  });
});

describe('links in a message', () => {
  it.each([
    ['no link', ['no link']],
    ['see https://a.test/b, please', ['see ', 'https://a.test/b', ', please']],
    ['javascript:alert(1)', ['javascript:alert(1)']],
    ['<a href="https://a.test">', ['<a href="', 'https://a.test', '">']],
  ])('%s', (text, parts) => {
    expect(splitLinks(text).map((part) => part.text)).toEqual(parts);
    expect(splitLinks(text).every(({ href }) => href === undefined || /^https?:/.test(href))).toBe(true);
  });
});

describe('the queue', () => {
  it('tells waiting, mine and others apart', () => {
    const chats = [
      conversation({ id: '1', state: 'waiting', operator: null }),
      conversation({ id: '2' }),
      conversation({ id: '3', operator: { id: '6', name: 'Ada' } }),
    ];
    const { waiting, mine, others } = groupQueue({ me: '5', chats });
    expect([waiting, mine, others].map((group) => group.map(({ id }) => id))).toEqual([['1'], ['2'], ['3']]);
  });
});
