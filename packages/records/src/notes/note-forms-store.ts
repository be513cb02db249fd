import { Store, toCrmError, type CrmClient, type Running } from '@crm-elements/core';
import {
  blank,
  closeForm,
  keptTexts,
  noteFault,
  openForm,
  readForms,
  tidy,
  type NoteForm,
  type NoteForms,
} from './note-forms.js';
import type { NoteText } from './notes-state.js';

/** What a person is writing at one record; kept on this device until it is saved or given up. */
export class NoteFormsStore implements Running {
  readonly state = new Store<NoteForms>({});

  constructor(
    private readonly client: CrmClient,
    private readonly module: string,
    private readonly recordId: string,
  ) {}

  start(): () => void {
    void this.#read();
    return () => undefined;
  }

  form(id: string): NoteForm | undefined {
    return this.state.value[id];
  }

  open(id: string, text: NoteText): void {
    this.#put(id, this.form(id) ?? openForm(text));
  }

  type(id: string, change: Partial<NoteText>): void {
    const { text, sending } = this.form(id) ?? blank;
    this.#put(id, { text: { ...text, ...change }, sending, fault: null });
  }

  close(id: string): void {
    this.#set(closeForm(this.state.value, id));
  }

  /**
   * Sends what is typed. What is refused stays in its form, which says why.
   * @returns whether it was saved
   */
  async send(id: string, save: (text: NoteText) => Promise<void>): Promise<boolean> {
    const form = this.form(id) ?? blank;
    if (form.sending) return false;
    const text = tidy(form.text);
    if (text.content === '') {
      this.#put(id, { ...form, fault: { code: 'required' } });
      return false;
    }
    this.#put(id, { ...form, sending: true, fault: null });
    try {
      await save(text);
      this.close(id);
      return true;
    } catch (error) {
      this.#put(id, { ...form, sending: false, fault: noteFault(toCrmError(error)) });
      return false;
    }
  }

  #put(id: string, form: NoteForm): void {
    this.#set({ ...this.state.value, [id]: form });
  }

  #set(forms: NoteForms): void {
    this.state.set(forms);
    void this.#write(keptTexts(forms));
  }

  async #read(): Promise<void> {
    const kept = await (await this.client.storage).readSnapshot(this.#key).catch(() => undefined);
    // What is being typed is newer.
    this.state.set({ ...readForms(kept), ...this.state.value });
  }

  async #write(texts: Record<string, NoteText>): Promise<void> {
    await (await this.client.storage).writeSnapshot(this.#key, texts).catch(() => undefined);
  }

  get #key(): string {
    return `note-drafts/${this.module}/${this.recordId}`;
  }
}
