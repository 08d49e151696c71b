/** Marks that dates and figures are written with. */
import type { Atoms } from '../atoms.ts';

export const Mark = {
  percent: 0x25,
  hash: 0x23,
  openParenthesis: 0x28,
  closeParenthesis: 0x29,
  comma: 0x2c,
  hyphen: 0x2d,
  stop: 0x2e,
  slash: 0x2f,
  colon: 0x3a,
  openBracket: 0x5b,
  degree: 0xb0,
  enDash: 0x2013,
} as const;

/** Hyphen, non-breaking hyphen, figure dash, en dash: they join; the em dash parts. */
export const isDash = (code: number): boolean => code === Mark.hyphen || (code >= 0x2010 && code <= Mark.enDash);

export const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019 || code === 0x2018;

/** Past a hyphen between two parts of a compound; `at` itself where there is none. */
export const skipHyphen = (atoms: Atoms, at: number): number =>
  isDash(atoms.mark(at)) && atoms.glued(at) && atoms.glued(at + 1) ? at + 1 : at;
