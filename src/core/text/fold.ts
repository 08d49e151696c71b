/** A string without case and accents, for searches: NFD, marks dropped, lower case (Unicode defaults, no locale). */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
