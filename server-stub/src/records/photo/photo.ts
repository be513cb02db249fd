import type { Module } from '../module.js';
import type { StoredRecord } from '../storage/select.js';

/** The picture of a record, kept in its `data`. */
export interface Photo {
  id: string;
  fileKey: string;
  /** As it was at its sender. */
  name: string;
}

const modulesWithPhotos = ['Leads', 'Contacts', 'Accounts', 'Products'];

export const hasPhotos = ({ apiName, custom }: Module): boolean =>
  custom || modulesWithPhotos.includes(apiName);

export const photoOf = ({ data }: Pick<StoredRecord, 'data'>): Photo | undefined =>
  data.$photo as Photo | undefined;
