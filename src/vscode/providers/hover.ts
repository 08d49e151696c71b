import { Hover, l10n, MarkdownString, type HoverProvider } from 'vscode';
import { hover, spanLength, touches, type Span } from '../../core/index.ts';
import { COMMANDS } from '../commands/names.ts';
import type { Sessions } from '../sessions.ts';
import { hoverMarkdown, noteMarkdown, type HoverLinks } from '../texts/hovers.ts';
import { commandLink } from '../texts/markdown.ts';
import { noteMarkdownString, noteText } from '../texts/noteText.ts';
import type { View } from '../view.ts';
import { placed } from '../comments/note.ts';

/** Facts about the words under the mouse, and notes on them; the shortest span first. */
export const hoverProvider = (sessions: Sessions): HoverProvider => ({
  async provideHover(document, position, token) {
    const view = await sessions.view(document, token);
    if (!view) return undefined;
    const offset = view.offset(position);
    const parts = [...facts(view, offset), ...notes(view, offset)];
    parts.sort((a, b) => spanLength(a.span) - spanLength(b.span));
    const [first] = parts;
    return (
      first &&
      new Hover(
        parts.map(({ content }, index) => (index === 0 ? content : apart(content))),
        view.range(first.span),
      )
    );
  },
});

/** Sets a part off from the one before it. */
function apart(content: MarkdownString): MarkdownString {
  content.value = `---\n${content.value}`;
  return content;
}

interface Part {
  readonly span: Span;
  readonly content: MarkdownString;
}

const facts = (view: View, offset: number): readonly Part[] =>
  hover(view.corpus, view.uri, offset).map((found) => {
    const content = new MarkdownString(hoverMarkdown(found, links(view)));
    content.isTrusted = { enabledCommands: [COMMANDS.showDossier, COMMANDS.showReferences, COMMANDS.goTo] };
    return { span: found.span, content };
  });

const notes = (view: View, offset: number): readonly Part[] =>
  view.notes.flatMap((note) => {
    const span = placed(note);
    const markdown = noteMarkdown(note, (body) => noteText(view.session, body));
    return span && touches(span, offset) && markdown !== '' ? [{ span, content: noteMarkdownString(markdown) }] : [];
  });

const links = ({ session, uri }: View): HoverLinks => ({
  dossier: (entity, label) =>
    commandLink(label, COMMANDS.showDossier, [session.folder, entity], l10n.t('Everything the sources say about it')),
  references: (offset, label) =>
    commandLink(label, COMMANDS.showReferences, [uri, offset], l10n.t('List every mention in every source')),
  place: (place, label) =>
    commandLink(label, COMMANDS.goTo, [place.uri, place.start, place.end], l10n.t('Go to this place')),
});
