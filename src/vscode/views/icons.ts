import type { NameType } from '../../core/index.ts';

/** Codicons of entities by type, wherever they are listed. */
export const ENTITY_ICONS: Readonly<Record<NameType, string>> = {
  person: 'person',
  organization: 'organization',
  place: 'location',
  demonym: 'globe',
  event: 'calendar',
  work: 'book',
};
