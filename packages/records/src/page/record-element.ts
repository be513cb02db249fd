import type { CrmRecord } from '@crm-elements/contract';
import type { Resource } from '@crm-elements/core';
import { CrmElement, StoreController } from '@crm-elements/core/lit';
import { property } from 'lit/decorators.js';
import { words as editWords, type Words as EditWords } from '../fields/edit/i18n/index.js';
import type { FieldContext, HrefFor } from '../fields/field-context.js';
import { words as fieldWords } from '../fields/i18n/index.js';
import type { ModuleMeta } from '../fields/module-meta.js';
import { wantModule, type ModuleStore } from '../fields/module-store.js';
import { wantRecord, type RecordStore } from '../record/record-store.js';
import { words, type Words } from './i18n/index.js';

/** What elements about one record have in common: its module, its store, words and the look of values. */
export abstract class RecordElement extends CrmElement {
  static override dictionaries = [...CrmElement.dictionaries, words, editWords, fieldWords];

  /** API name of the record's module. */
  @property() module = '';

  /** Id of the record. */
  @property({ attribute: 'record-id' }) recordId = '';

  /** Makes names of records real links: tells the address of a record's page in the host application. */
  @property({ attribute: false }) hrefFor: HrefFor | undefined;

  protected readonly meta = new StoreController<Resource<ModuleMeta>, ModuleStore>(this, () =>
    this.isNeeded() ? wantModule(this.crm, this.module) : undefined,
  );
  protected readonly record = new StoreController<Resource<CrmRecord>, RecordStore>(this, () =>
    this.isNeeded() ? wantRecord(this.crm, this.module, this.recordId) : undefined,
  );

  /** Whether anything is to be read yet. */
  protected isNeeded(): boolean {
    return true;
  }

  protected get words(): Words {
    return this.terms(words);
  }

  protected get editWords(): EditWords {
    return this.terms(editWords);
  }

  /** What values of fields are drawn with. */
  protected get context(): FieldContext {
    const { formats, hrefFor } = this;
    return { formats, hrefFor, terms: this.terms(fieldWords), currency: this.meta.value?.data?.currency };
  }
}
