import { l10n, QuickPickItemKind, ThemeIcon, window, type QuickPickItem } from 'vscode';
import { likeEntities, type Entity, type Likeness, type NameType, type Snapshot } from '../../../core/index.ts';
import { mentions, typeName } from '../../texts/sentences.ts';
import { ENTITY_ICONS } from '../../views/icons.ts';

/** A choice of a quick pick, and what it stands for. */
export interface Choice<T> extends QuickPickItem {
  readonly value?: T;
}

/** Types that a reader may give; a people belongs to its place. */
const TYPES: readonly NameType[] = ['person', 'organization', 'place', 'event', 'work'];

/** From this likeness on an entity stands among the likely ones. */
const LIKELY = 0.4;

/** Asks for one of the choices; undefined where the reader thinks better of it. `stays`: also while the reader looks at something else. */
export async function pick<T>(title: string, choices: readonly Choice<T>[], stays = false): Promise<T | undefined> {
  const options = { title, ignoreFocusOut: stays, matchOnDescription: true, matchOnDetail: true };
  return (await window.showQuickPick(choices, options))?.value;
}

/** Entities by any of their names, likely ones first; `before` stand above them all. */
export async function pickEntity<T = never>(
  title: string,
  corpus: Snapshot,
  like: Likeness,
  before: readonly Choice<T>[] = [],
): Promise<Entity | T | undefined> {
  const found = likeEntities(corpus, like);
  const likely = found.filter(({ likeness }) => likeness >= LIKELY);
  const others = found.slice(likely.length);
  const choices: Choice<Entity | T>[] = [
    ...before,
    ...group(l10n.t('Names that look alike'), likely.map(entityChoice)),
    ...group(l10n.t('All others'), others.map(entityChoice)),
  ];
  return pick(title, choices);
}

export const pickType = (title: string, current: NameType | null): Promise<NameType | undefined> =>
  pick(
    title,
    TYPES.filter((type) => type !== current).map((type) => ({
      label: typeName(type),
      iconPath: new ThemeIcon(ENTITY_ICONS[type]),
      value: type,
    })),
  );

/** Choices under a heading; nothing where there are none. */
export const group = <T>(heading: string, choices: readonly Choice<T>[]): Choice<T>[] =>
  choices.length === 0 ? [] : [{ label: heading, kind: QuickPickItemKind.Separator }, ...choices];

const entityChoice = ({ entity, mentions: count }: { entity: Entity; mentions: number }): Choice<Entity> => ({
  label: entity.name,
  description: `${typeName(entity.type)} · ${mentions(count)}`,
  iconPath: new ThemeIcon(ENTITY_ICONS[entity.type]),
  ...(entity.aliases.length > 0 ? { detail: l10n.t('Also: {0}', entity.aliases.join(', ')) } : {}),
  value: entity,
});
