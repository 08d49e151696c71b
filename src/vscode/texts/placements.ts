import { l10n } from 'vscode';
import type { Placement } from '../../session/index.ts';

/** Where a note stands, in a few words. */
export function placementName(placement: Placement): string {
  switch (placement.outcome) {
    case 'exact':
      return l10n.t('in its place');
    case 'moved':
      return l10n.t('moved along');
    case 'approximate':
      return l10n.t('found nearly');
    case 'ambiguous':
      return placement.candidates.length === 1
        ? l10n.t('probably reworded')
        : l10n.t('could be at {0} places', placement.candidates.length);
    case 'orphaned':
      return l10n.t('not found');
    case 'whole':
      return l10n.t('about the whole source');
    case 'unknown':
      return whyUnknown(placement.reason);
  }
}

function whyUnknown(reason: 'elsewhere' | 'unreadable' | undefined): string {
  if (reason === 'elsewhere') return l10n.t('about another resource');
  return reason === 'unreadable' ? l10n.t('where it stands cannot be read') : l10n.t('the source is not there');
}

/** "14 moved, 2 need a look, 1 not found"; what there is none of is left out. */
export function outcomes(placements: readonly Placement[]): string {
  const count = (...wanted: readonly Placement['outcome'][]): number =>
    placements.filter(({ outcome }) => wanted.includes(outcome)).length;
  const [exact, moved, look, lost] = [
    count('exact'),
    count('moved'),
    count('approximate', 'ambiguous'),
    count('orphaned'),
  ];
  return [
    exact > 0 ? l10n.t('{0} in place', exact) : '',
    moved > 0 ? l10n.t('{0} moved', moved) : '',
    look === 1 ? l10n.t('1 needs a look') : look > 0 ? l10n.t('{0} need a look', look) : '',
    lost > 0 ? l10n.t('{0} not found', lost) : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}
