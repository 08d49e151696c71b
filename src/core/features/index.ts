export type * from './types.ts';
export { mentionAt, type FoundMention } from './mentionAt.ts';
export { hover } from './hover.ts';
export { definition, highlights, links, references } from './navigation.ts';
export { documentSymbols, workspaceSymbols } from './symbols.ts';
export { dossier } from './dossier.ts';
export { excerpt } from './excerpt.ts';
export { fold } from '../text/fold.ts';
export { provenance } from './provenance.ts';
