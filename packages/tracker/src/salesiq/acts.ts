import type { Touched, Values } from '../types.js';
import { crm } from './crm.js';

type Act = (...args: never[]) => unknown;

/** Custom actions that one page may send in a minute. */
const MOST_ACTIONS = 50;
const MINUTE = 60_000;

/**
 * What the methods do here; those that are not named only keep their value. An act returns false for a value that is not
 * taken, and text where that is the answer.
 */
export const createActs = (visitor: () => Touched | undefined): Record<string, Act> => {
  let person: Values = {};
  let isProven = false;
  let isDue = false;
  let recent: number[] = [];

  /** Name and address come in calls of their own, and belong together. */
  const tell = (values: Values): void => {
    person = { ...person, ...values };
    if (!isDue)
      queueMicrotask(() => {
        isDue = false;
        if (Object.keys(person).length) crm('identify', person);
      });
    isDue = true;
  };
  const own =
    (name: string, valid = /./): Act =>
    (value?: string) => {
      if (value === undefined) return undefined;
      const isTaken = !isProven && valid.test(value);
      if (isTaken) tell({ [name]: value });
      return isTaken;
    };
  const forget = (): void => {
    person = {};
    isProven = false;
    crm('identify', null);
  };
  const id = (): unknown => visitor()?.u;
  const chat = (action: string) => () => crm('chat', action);
  const button = (value?: string) => value && crm('chat', value === 'hide' ? 'hide' : 'show');
  const shown = (value?: string) => value && crm('chat', value === 'hide' ? 'close' : 'open');

  return {
    'visitor.name': own('name'),
    'visitor.email': own('email', /^\S+@\S+\.\S+$/),
    'visitor.contactnumber': own('phone', /^[+\d][\d\s().-]{3,28}$/),
    'visitor.id': own('id'),
    'visitor.info': (values?: Values) => values && tell(values),
    'visitor.customaction'(name: string, value?: string) {
      recent = recent.filter((at) => Date.now() - at < MINUTE);
      if (!name || recent.push(Date.now()) > MOST_ACTIONS) return;
      crm('track', name, value === undefined ? undefined : { value });
    },
    'visitor.uniqueid': id,
    'visitor.uniqueuserid': id,
    'tracking.getsiqid': id,
    'tracking.on': () => crm('consent', 'granted'),
    'tracking.off': () => crm('consent', 'denied'),
    'privacy.updateCookieConsent': (kinds: string[]) =>
      crm('consent', kinds.includes('analytics') ? 'granted' : 'denied'),
    'visitor.destroy': forget,
    reset: forget,
    'jwttoken.logout': forget,
    'jwttoken.logintoken'(jwt?: string) {
      if (!jwt) return;
      tell({ jwt });
      isProven = true;
    },
    'floatbutton.visible': button,
    'chatbutton.visible': button,
    'chatbubble.visible': button,
    'floatwindow.visible': shown,
    'chatwindow.visible': shown,
    'floatwindow.open': chat('open'),
    'chat.start': chat('open'),
    'floatwindow.close': chat('close'),
    'floatwindow.minimize': chat('close'),
  };
};
