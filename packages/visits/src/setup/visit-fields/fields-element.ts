import type { Resource } from '@crm-elements/core';
import { StoreController } from '@crm-elements/core/lit';
import { SetupElement } from '../setup-element.js';
import { fieldWords, type FieldWords } from './i18n/index.js';
import { VisitFieldsStore, type VisitFields } from './visit-fields-store.js';

/** A part of the set-up that knows the fields of visits, and what the sites tell. */
export abstract class FieldsElement extends SetupElement {
  static override dictionaries = [...SetupElement.dictionaries, fieldWords];

  protected readonly visitFields = new StoreController<Resource<VisitFields>, VisitFieldsStore>(
    this,
    () =>
      this.crm && {
        client: this.crm,
        key: 'visit-fields',
        create: (client) => new VisitFieldsStore(client),
      },
  );

  protected get fieldTerms(): FieldWords {
    return this.terms(fieldWords);
  }
}
