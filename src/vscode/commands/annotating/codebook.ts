import { l10n, window } from 'vscode';
import { codebook, decideTag, dropTag, isTagColor, type CodebookTag } from '../../../core/index.ts';
import { isTagName, type Session } from '../../../session/index.ts';
import type { Sessions } from '../../sessions.ts';
import { countedTags } from '../../tags.ts';
import { notes } from '../../texts/sentences.ts';
import { activeSource } from '../context.ts';
import { pick } from '../decisions/pick.ts';
import { decided } from '../decisions/tell.ts';
import { pickTag } from './tagging.ts';

type Change = 'definition' | 'color' | 'parent' | 'rename' | 'drop';

/** Colours that can be told apart by most, in light and dark themes (Okabe and Ito, "Color Universal Design", 2008). */
const COLORS: readonly (readonly [name: string, value: string])[] = [
  ['orange', '#e69f00'],
  ['sky blue', '#56b4e9'],
  ['green', '#009e73'],
  ['blue', '#0072b2'],
  ['vermilion', '#d55e00'],
  ['purple', '#cc79a7'],
];

/** What a tag means, how it looks, what it is a kind of, and what it is called. */
export async function changeCodebook(sessions: Sessions, given?: string): Promise<void> {
  const session = currentSession(sessions);
  if (!session) return;
  if (countedTags(session).length === 0) {
    void window.showInformationMessage(l10n.t('There is no tag yet. Select some words and tag them.'));
    return;
  }
  const name = given ?? (await pickTag(session, l10n.t('Codebook')));
  const tag = name === undefined ? undefined : tagOf(session, name);
  if (!tag) return;
  const change = await pick<Change>(`#${tag.name}`, [
    { label: l10n.t('Definition…'), description: tag.definition ?? '', value: 'definition' },
    { label: l10n.t('Colour…'), description: tag.color ?? '', value: 'color' },
    { label: l10n.t('Kind of…'), description: tag.parent === undefined ? '' : `#${tag.parent}`, value: 'parent' },
    { label: l10n.t('Rename, or merge with another…'), value: 'rename' },
    { label: l10n.t('Take out of the codebook'), description: l10n.t('notes keep it'), value: 'drop' },
  ]);
  if (change) await CHANGES[change](session, tag);
}

const CHANGES: Readonly<Record<Change, (session: Session, tag: CodebookTag) => Promise<void>>> = {
  definition: async (session, tag) => {
    const value = tag.definition ?? '';
    const definition = await window.showInputBox({ title: `#${tag.name}`, prompt: l10n.t('What it means'), value });
    if (definition === undefined) return;
    const { definition: _, ...rest } = tag;
    await put(session, definition.trim() === '' ? rest : { ...rest, definition: definition.trim() });
  },
  color: async (session, tag) => {
    const own = l10n.t('Another…');
    const none = l10n.t('None of its own');
    const choice = await pick(l10n.t('Colour of #{0}', tag.name), [
      ...COLORS.map(([label, value]) => ({ label, description: value, value })),
      { label: own, value: own },
      { label: none, value: none },
    ]);
    const color = choice === own ? await askColor(tag) : choice;
    if (color === undefined) return;
    const { color: _, ...rest } = tag;
    await put(session, color === none ? rest : { ...rest, color });
  },
  parent: async (session, tag) => {
    const none = '';
    const others = countedTags(session).filter(({ name }) => name !== tag.name && !isBelow(session, name, tag.name));
    const parent = await pick(l10n.t('#{0} is a kind of', tag.name), [
      { label: l10n.t('nothing'), value: none },
      ...others.map(({ name }) => ({ label: `#${name}`, value: name })),
    ]);
    if (parent === undefined) return;
    const { parent: _, ...rest } = tag;
    await put(session, parent === none ? rest : { ...rest, parent });
  },
  rename: (session, { name }) => rename(session, name),
  drop: (session, { name }) =>
    session.decide({ code: 'operation-drop-tag', args: [name] }, (authority) => dropTag(authority, name)),
};

export async function renameTagEverywhere(sessions: Sessions, from?: string, to?: string): Promise<void> {
  const session = currentSession(sessions);
  const name = session && (from ?? (await pickTag(session, l10n.t('Rename a tag'))));
  if (session && name !== undefined) await rename(session, name, to);
}

async function rename(session: Session, from: string, given?: string): Promise<void> {
  const names = new Set(countedTags(session).map(({ name }) => name));
  const to =
    given ??
    (await window.showInputBox({
      title: l10n.t('Rename #{0}', from),
      value: from,
      prompt: l10n.t('The name of another tag makes the two one.'),
      validateInput: (text) => (isTagName(bare(text)) ? null : l10n.t('Letters, digits, “_”, “-” and “/”.')),
    }));
  if (to === undefined || bare(to) === from) return;
  const isMerge = names.has(bare(to));
  const count = await session.renameTag(from, bare(to));
  const told = isMerge ? l10n.t('#{0} is #{1} now', from, bare(to)) : l10n.t('#{0} is called #{1} now', from, bare(to));
  decided(`${told} (${notes(count)})`);
}

const bare = (text: string): string => text.trim().replace(/^#/, '');

const put = (session: Session, tag: CodebookTag): Promise<void> =>
  session.decide({ code: 'operation-tag', args: [tag.name] }, (authority) => decideTag(authority, tag));

const askColor = (tag: CodebookTag): Thenable<string | undefined> =>
  window.showInputBox({
    title: l10n.t('Colour of #{0}', tag.name),
    value: tag.color ?? '#',
    validateInput: (text) => (isTagColor(text) ? null : l10n.t('# and three or six hexadecimal digits, as in #0072b2')),
  });

/** The tag as the codebook has it; of one that only notes have, its name. */
function tagOf(session: Session, name: string): CodebookTag {
  return codebook(session.authority()).find((tag) => tag.name === name) ?? { name };
}

/** Whether `name` is a kind of `above`, however far. */
function isBelow(session: Session, name: string, above: string): boolean {
  const tags = codebook(session.authority());
  const seen = new Set<string>();
  for (let at: string | undefined = name; at !== undefined && !seen.has(at);) {
    if (at === above) return true;
    seen.add(at);
    at = tags.find((tag) => tag.name === at)?.parent;
  }
  return false;
}

/** Of the active source, else the only one. */
function currentSession(sessions: Sessions): Session | undefined {
  return activeSource(sessions)?.session ?? sessions.all()[0];
}
