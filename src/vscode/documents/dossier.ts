import { l10n } from 'vscode';
import { dossier, type Dossier, type Excerpt, type Place, type Snapshot } from '../../core/index.ts';
import { notesAbout, type Note, type Session } from '../../session/index.ts';
import { placed } from '../comments/note.ts';
import { toUri } from '../convert.ts';
import { plainText, shorten } from '../texts/markdown.ts';
import { fileName, mentions, sources, sureReason, typeName } from '../texts/sentences.ts';
import { dossierUri } from './address.ts';
import { PageWriter, type Page } from './page.ts';
import { lineOf, target, writePlace } from './places.ts';

/** Code units of the words that a note is about, and of what it says. */
const QUOTE_LENGTH = 60;
const NOTE_LENGTH = 200;

/** The dossier of an entity as a page; a page that says so when it is no longer there. */
export function dossierPage(session: Session, entity: string): Page {
  const snapshot = session.snapshot();
  const found = dossier(snapshot.corpus, entity);
  if (!found) {
    const gone = l10n.t('No source names this any more. Close this tab, or open the dossier anew from a source.');
    return new PageWriter().heading(1, l10n.t('Dossier')).words(gone).page();
  }
  const notes = notesAbout(snapshot, session.authority(), found.entity.decided);
  return new DossierWriter(snapshot.corpus, session.folder, found, notes).page();
}

class DossierWriter {
  readonly #snapshot: Snapshot;
  readonly #folder: string;
  readonly #dossier: Dossier;
  readonly #notes: readonly Note[];
  readonly #page = new PageWriter();

  constructor(snapshot: Snapshot, folder: string, found: Dossier, notes: readonly Note[]) {
    this.#snapshot = snapshot;
    this.#folder = folder;
    this.#dossier = found;
    this.#notes = notes;
  }

  page(): Page {
    const { entity, counts } = this.#dossier;
    this.#page.heading(1, entity.name);
    this.#page.words(`${typeName(entity.type)} · ${mentions(counts.mentions)} · ${sources(counts.sources)}`).line();
    for (const iri of entity.same) this.#page.link(iri, toUri(iri), l10n.t('Open the authority record')).line();
    this.#names();
    this.#roles();
    this.#mentions();
    this.#quotations(l10n.t('Quotations'), this.#dossier.quotationsBy);
    this.#quotations(l10n.t('Quoted about'), this.#dossier.quotationsAbout);
    this.#company();
    this.#notesAbout();
    return this.#page.page();
  }

  #names(): void {
    const { names } = this.#dossier;
    if (names.length === 0) return;
    this.#page.heading(2, l10n.t('Names'));
    for (const { form, mentions: count, sources: inSources, links } of names) {
      this.#page
        .markdown('- **')
        .words(form)
        .markdown('** ')
        .words(`· ${mentions(count)} · ${sources(inSources)}`);
      for (const link of links) {
        // Of a chain of reasons those behind the first are about other forms.
        const forms = link.from === form ? `“${link.to}”` : `“${link.from}” → “${link.to}”`;
        this.#page.words(` · ${sureReason(link)} (${forms})`);
      }
      this.#page.line();
    }
  }

  #roles(): void {
    const { roles } = this.#dossier;
    if (roles.length === 0) return;
    this.#page.heading(2, l10n.t('Roles'));
    for (const { text, tense, place, sourceDate } of roles) {
      this.#page.markdown('- ').words(text);
      if (tense === 'former') this.#page.words(` · ${l10n.t('former')}`);
      if (tense === 'designate') this.#page.words(` · ${l10n.t('designate')}`);
      this.#page.markdown(' · ');
      this.#place(place);
      if (sourceDate) this.#page.words(` · ${sourceDate}`);
      this.#page.line();
    }
  }

  #mentions(): void {
    this.#page.heading(2, l10n.t('Mentions'));
    for (const { uri, date, mentions: excerpts } of this.#dossier.sources) {
      if (excerpts.length === 0) continue;
      this.#page.heading(3, date ? `${fileName(uri)} · ${date.value}` : fileName(uri));
      for (const each of excerpts) this.#excerpt(each, l10n.t('line {0}', lineOf(this.#snapshot, each.place)));
    }
  }

  #quotations(title: string, quotations: Dossier['quotationsBy']): void {
    if (quotations.length === 0) return;
    this.#page.heading(2, title);
    for (const { excerpt, speaker } of quotations) {
      this.#page.markdown('- “').words(excerpt.text).markdown('”');
      if (speaker) this.#page.words(` · ${speaker}`);
      this.#page.markdown(' · ');
      this.#place(excerpt.place);
      this.#page.line();
    }
  }

  #company(): void {
    const { company } = this.#dossier;
    if (company.length === 0) return;
    this.#page.heading(2, l10n.t('Named in the same sentence'));
    for (const { entity, sentences, sources: inSources } of company) {
      const itsDossier = dossierUri({ folder: this.#folder }, entity.id, entity.name);
      this.#page.markdown('- ').link(entity.name, itsDossier, l10n.t('Open the dossier of {0}', entity.name));
      const times = sentences === 1 ? l10n.t('1 sentence') : l10n.t('{0} sentences', sentences);
      this.#page.words(` · ${times} · ${sources(inSources)}`).line();
    }
  }

  #notesAbout(): void {
    if (this.#notes.length === 0) return;
    this.#page.heading(2, l10n.t('Notes'));
    for (const note of this.#notes) {
      const span = placed(note);
      this.#page.markdown('- ');
      if (span) this.#place({ uri: note.source, ...span });
      else this.#page.link(fileName(note.source), toUri(note.source), l10n.t('Go to this place'));
      if (note.quote !== '') this.#page.words(` · “${shorten(note.quote, QUOTE_LENGTH)}”`);
      this.#page.words(`: ${shorten(plainText(note.body), NOTE_LENGTH)}`);
      if (note.creator !== null) this.#page.words(` · ${note.creator}`);
      this.#page.line();
    }
  }

  #excerpt(excerpt: Excerpt, label: string): void {
    this.#page.markdown('- ').link(label, target(this.#snapshot, excerpt.place), l10n.t('Go to this mention'));
    this.#page.markdown(': ').words(`${excerpt.cutBefore ? '… ' : ''}${excerpt.before}`);
    this.#page.markdown('**').words(excerpt.text).markdown('**');
    this.#page.words(`${excerpt.after}${excerpt.cutAfter ? ' …' : ''}`).line();
  }

  #place(place: Place): void {
    writePlace(this.#page, this.#snapshot, place);
  }
}
