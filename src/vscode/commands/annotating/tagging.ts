import { l10n, window } from 'vscode';
import type { Span } from '../../../core/index.ts';
import { isTagName, type Session } from '../../../session/index.ts';
import { linesOfDocument, toSpan } from '../../convert.ts';
import type { Sessions } from '../../sessions.ts';
import { countedTags, type CountedTag } from '../../tags.ts';
import { notes } from '../../texts/sentences.ts';
import { activeSource, selectedRanges } from '../context.ts';
import { pick, type Choice } from '../decisions/pick.ts';
import { decided } from '../decisions/tell.ts';
import { tellHowToSelect } from './spans.ts';

/** Tags of what is selected; remembers the last ones. */
export class Tagging {
  readonly #sessions: Sessions;
  #last: readonly string[] = [];

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
  }

  /** Asks for tags, unless they are given. */
  async tag(given?: readonly string[]): Promise<void> {
    const selection = this.#selected();
    if (!selection) return;
    const tags = Array.isArray(given) ? (given as readonly string[]) : await pickTags(selection.session);
    if (tags && tags.length > 0) await this.#put(selection, tags);
  }

  /** The tags that were put last, again. */
  async repeat(): Promise<void> {
    if (this.#last.length === 0) return this.tag();
    const selection = this.#selected();
    if (selection) await this.#put(selection, this.#last);
  }

  /** The first nine tags, in the codebook's order, then those used most. */
  async byNumber(number?: number): Promise<void> {
    const selection = this.#selected();
    if (!selection || number === undefined) return;
    const tag = countedTags(selection.session)[number - 1];
    if (tag) await this.#put(selection, [tag.name]);
    else void window.showInformationMessage(l10n.t('There is no tag number {0} yet.', number));
  }

  #selected(): Selected | undefined {
    const source = activeSource(this.#sessions);
    const spans = source
      ? selectedRanges(source.editor).map((range) => toSpan(linesOfDocument(source.editor.document), range))
      : [];
    if (source && spans.length > 0) return { session: source.session, source: source.key, spans };
    tellHowToSelect();
    return undefined;
  }

  async #put(selected: Selected, tags: readonly string[]): Promise<void> {
    this.#last = tags;
    const { session, source, spans } = selected;
    await session.tagAll(
      spans.map((span) => ({ source, span })),
      tags,
    );
    decided(l10n.t('Tagged {0}', tags.map((tag) => `#${tag}`).join(' ')));
  }
}

interface Selected {
  readonly session: Session;
  readonly source: string;
  readonly spans: readonly Span[];
}

/** Tags of the codebook and of the notes, and whatever else is typed. */
async function pickTags(session: Session): Promise<readonly string[] | undefined> {
  const tags = countedTags(session);
  const choices = tags.map(tagChoice);
  const picker = window.createQuickPick<Choice<string>>();
  picker.title = l10n.t('Tag');
  picker.placeholder = l10n.t('Choose a tag, or write a new one');
  picker.items = choices;
  picker.matchOnDescription = true;
  try {
    return await new Promise((resolve) => {
      picker.onDidChangeValue((value) => {
        const name = value.trim().replace(/^#/, '');
        const isNew = isTagName(name) && !tags.some((tag) => tag.name === name);
        picker.items = isNew
          ? [...choices, { label: `#${name}`, description: l10n.t('new tag'), alwaysShow: true, value: name }]
          : choices;
      });
      picker.onDidAccept(() => {
        const name = picker.selectedItems[0]?.value;
        resolve(name === undefined ? undefined : [name]);
      });
      picker.onDidHide(() => resolve(undefined));
      picker.show();
    });
  } finally {
    picker.dispose();
  }
}

/** The first nine have their number, which is their key. */
const tagChoice = ({ name, definition, count, parent }: CountedTag, at: number): Choice<string> => ({
  label: at < 9 ? `${at + 1}  #${name}` : `#${name}`,
  description: [notes(count), parent === undefined ? '' : l10n.t('a kind of #{0}', parent)].filter(Boolean).join(' · '),
  ...(definition === undefined ? {} : { detail: definition }),
  value: name,
});

export const pickTag = (session: Session, title: string): Promise<string | undefined> =>
  pick(title, countedTags(session).map(tagChoice));
