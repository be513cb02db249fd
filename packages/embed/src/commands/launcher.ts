import type { ChatWindow } from '../chat-window.js';

/** What can be done with the launcher and its window. */
export interface LauncherActions {
  /** The chat, closed if it was not open; undefined where it cannot be loaded. */
  load(): Promise<ChatWindow | undefined>;
  open(): Promise<void>;
  close(): unknown;
  show(): void;
  hide(): unknown;
}

/** What the commands of the CRM use of the launcher; these names are on both sides of a later load. */
export interface Launcher extends LauncherActions {
  readonly host: HTMLElement;
  readonly button: HTMLButtonElement;
  /** The page view; another one when the page is left. */
  page(): unknown;
}

/** What a command says. */
export interface CommandData {
  /** Of an invitation. */
  readonly text?: string;
  /** On the launcher. */
  readonly effect?: 'show' | 'hide' | 'animate';
  /** Seconds on this page before it is done. */
  readonly after?: number;
}

/** The module that carries commands out; it is imported with the first one. */
export interface Commands {
  carryOut(name: string, data: CommandData, launcher: Launcher): void;
}
