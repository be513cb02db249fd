import type { Resource } from '@crm-elements/core';
import { Announcer, CrmElement, StoreController } from '@crm-elements/core/lit';
import { property } from 'lit/decorators.js';
import { words as editWords } from '../fields/edit/i18n/index.js';
import { describeFault } from '../fields/edit/fault.js';
import type { ModuleMeta } from '../fields/module-meta.js';
import { wantModule, type ModuleStore } from '../fields/module-store.js';
import { Nearness } from '../page/related/nearness.js';
import { EveryMinute } from './every-minute.js';
import { words, type Words } from './i18n/index.js';
import type { NoteForm, NoteForms } from './note-forms.js';
import { NoteFormsStore } from './note-forms-store.js';
import type { NotesState } from './notes-state.js';
import { NotesStore } from './notes-store.js';

/** The record whose notes are shown, and the stores of its notes and of what is being written. */
export abstract class NotesElement extends CrmElement {
  static override dictionaries = [...CrmElement.dictionaries, words, editWords];

  /** API name of the record's module. */
  @property() module = '';

  /** Id of the record. */
  @property({ attribute: 'record-id' }) recordId = '';

  /** The heading; "Notes" in the reader's language when empty. */
  @property() label = '';

  /** The page around it tells when the live link is lost. */
  @property({ type: Boolean }) quiet = false;

  protected readonly announcer = new Announcer(this);
  readonly #nearness = new Nearness(this);
  readonly #meta = new StoreController<Resource<ModuleMeta>, ModuleStore>(this, () =>
    this.#nearness.isNear ? wantModule(this.crm, this.module) : undefined,
  );
  readonly #notes = new StoreController<Resource<NotesState>, NotesStore>(this, () =>
    this.#want('notes', NotesStore),
  );
  readonly #forms = new StoreController<NoteForms, NoteFormsStore>(this, () =>
    this.#want('note-forms', NoteFormsStore),
  );

  constructor() {
    super();
    new EveryMinute(this);
  }

  protected get words(): Words {
    return this.terms(words);
  }

  protected get notes(): NotesStore | undefined {
    return this.#notes.source;
  }

  protected get forms(): NoteFormsStore | undefined {
    return this.#forms.source;
  }

  protected get openForms(): NoteForms {
    return this.#forms.value ?? {};
  }

  protected get resource(): Resource<NotesState> | undefined {
    const { value } = this.#notes;
    return value && this.quiet ? { ...value, stale: false } : value;
  }

  /** Whether the reader may write notes. */
  protected get isWritable(): boolean {
    return this.#meta.value?.data?.annotatable === true;
  }

  /** Why a form was refused, in words. */
  protected describe({ fault }: NoteForm): string {
    return fault ? describeFault(fault, this.terms(editWords), this.formats) : '';
  }

  #want<S>(name: string, Kind: new (...place: ConstructorParameters<typeof NotesStore>) => S) {
    const { crm, module, recordId } = this;
    if (!crm || !module || !recordId || !this.#nearness.isNear) return undefined;
    return {
      client: crm,
      key: `${name}/${module}/${recordId}`,
      create: (client: typeof crm) => new Kind(client, module, recordId),
    };
  }
}
