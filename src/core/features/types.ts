/** What editor features return: plain data that an adapter turns into its editor's objects and sentences. */
import type { SuggestedOrigin } from '../corpus/origins.ts';
import type { Entity, EntityId, Link, MentionRef, Place, Uri } from '../corpus/types.ts';
import type {
  AsideKind,
  DateExpression,
  Figure,
  MentionType,
  NameType,
  Quotation,
  SourceDate,
  Speaker,
} from '../reading/types.ts';
import type { Span } from '../text/span.ts';

/** A mention in the line around it, for lists of places. */
export interface Excerpt {
  readonly place: Place;
  /** Text before and after the place, cut at word boundaries, line breaks made blanks; `…` marks are the adapter's. */
  readonly before: string;
  readonly text: string;
  readonly after: string;
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

export interface RoleLine {
  /** The role as written. */
  readonly text: string;
  readonly place: Place;
  readonly tense: 'current' | 'former' | 'designate';
}

export interface MentionHover {
  readonly kind: 'mention';
  readonly span: Span;
  readonly text: string;
  readonly type: MentionType;
  readonly confidence: number;
  readonly entity: Entity | null;
  /** Distinct roles of the entity, in order of source; at most `ROLES_IN_HOVER`, `moreRoles` tells how many are left out. */
  readonly roles: readonly RoleLine[];
  readonly moreRoles: number;
  readonly counts: { readonly mentions: number; readonly sources: number };
  /** Mentions in each source, most first; at most `SOURCES_IN_HOVER`, `moreSources` tells how many are left out. */
  readonly bySource: readonly { readonly uri: Uri; readonly mentions: number }[];
  readonly moreSources: number;
  /**
   * Why this written form belongs to the entity: the links from it to the canonical name. On the canonical name, why its other
   * forms are one with it, most frequent first; at most `REASONS_IN_HOVER`, `moreReasons` tells how many are left out.
   */
  readonly reasons: readonly Link[];
  readonly moreReasons: number;
}

export interface DateHover {
  readonly kind: 'date';
  readonly span: Span;
  readonly text: string;
  readonly expression: DateExpression;
  /** The words that the anchor rests on, where it stands in the text. */
  readonly anchorText: string | null;
  readonly sourceDate: SourceDate | null;
}

export interface FigureHover {
  readonly kind: 'figure';
  readonly span: Span;
  readonly text: string;
  readonly figure: Figure;
}

export interface QuotationHover {
  readonly kind: 'quotation';
  readonly span: Span;
  readonly quotation: Quotation;
  readonly speaker: { readonly speaker: Speaker; readonly text: string; readonly entity: Entity | null } | null;
  readonly cueText: string | null;
  readonly channelText: string | null;
  readonly elsewhere: readonly QuotationElsewhere[];
}

/** The same utterance at another place. */
export interface QuotationElsewhere {
  readonly excerpt: Excerpt;
  /**
   * `same`: word for word; `variant`: some words or their spelling differ; `part`: one is a part of the other; `unmarked`: the
   * words stand as prose; `retold`: reported of the same speaker in other words, without marks.
   */
  readonly relation: 'same' | 'variant' | 'part' | 'unmarked' | 'retold';
}

export type Hover = MentionHover | DateHover | FigureHover | QuotationHover;

/** A span that leads to an entity's dossier. */
export interface EntityLink {
  readonly span: Span;
  readonly entity: EntityId;
  readonly name: string;
}

export interface DocumentSymbol {
  readonly kind: 'headline' | 'aside' | 'paragraph' | 'quotation';
  /** First words of the span; for quotations the quoted words. */
  readonly name: string;
  /** Speaker of a quotation, kind of an aside; else empty. */
  readonly detail: { readonly speaker?: string; readonly aside?: AsideKind };
  readonly span: Span;
  readonly children: readonly DocumentSymbol[];
}

export interface WorkspaceSymbol {
  readonly name: string;
  /** The canonical name where `name` is another form, else null. */
  readonly aliasOf: string | null;
  readonly entity: EntityId;
  readonly type: NameType;
  /** Where this form is first mentioned. */
  readonly place: Place;
}

export interface DossierName {
  readonly form: string;
  readonly mentions: number;
  readonly sources: number;
  /** Why the form belongs here: the links from it to the canonical name; empty for that. */
  readonly links: readonly Link[];
}

export interface DossierRole extends RoleLine {
  /** EDTF of the source that says so, where it is dated. */
  readonly sourceDate: string | null;
}

export interface DossierQuotation {
  readonly excerpt: Excerpt;
  /** Who spoke, as written; null when that is not told. */
  readonly speaker: string | null;
}

export interface DossierSource {
  readonly uri: Uri;
  readonly date: SourceDate | null;
  readonly mentions: readonly Excerpt[];
}

export interface DossierCompany {
  readonly entity: Entity;
  /** Sentences in which both are mentioned. */
  readonly sentences: number;
  readonly sources: number;
}

/** All that the sources say about one entity. */
export interface Dossier {
  readonly entity: Entity;
  readonly counts: { readonly mentions: number; readonly sources: number };
  readonly names: readonly DossierName[];
  readonly roles: readonly DossierRole[];
  readonly sources: readonly DossierSource[];
  readonly quotationsBy: readonly DossierQuotation[];
  readonly quotationsAbout: readonly DossierQuotation[];
  /** Most shared sentences first. */
  readonly company: readonly DossierCompany[];
}

/** Places of two sources that are read side by side: as many on the one side as on the other, in order of the left ones. */
export interface Comparison {
  readonly left: ComparisonSide;
  readonly right: ComparisonSide;
}

export interface ComparisonSide {
  readonly uri: Uri;
  readonly spans: readonly Span[];
}

/** Who is cited for a statement. */
export interface Cited {
  /** As written. */
  readonly words: string;
  /** The entity's name where that is known and not what is written; else null. */
  readonly name: string | null;
  /** The role that the source gives the speaker, as written; null where it gives none beside the words. */
  readonly role: string | null;
  /** Nobody in particular: described, or an office that somebody unnamed holds. */
  readonly anonymous: boolean;
  /** For anonymous people how many; null where that is not told. */
  readonly count: number | null;
}

/** Why a source is taken to carry a statement. */
export type CarriedBy = 'here' | 'copy' | 'quotation' | 'unmarked' | 'retold' | 'figure';

/** One source that carries a statement. */
export interface Carrier {
  readonly excerpt: Excerpt;
  readonly by: CarriedBy;
  readonly date: SourceDate | null;
  readonly cited: readonly Cited[];
  /** Wires and agencies that the source credits. */
  readonly credits: readonly string[];
}

/** Carriers that go back to one another, and what is suggested about which was first. */
export interface Origin {
  /** In code-unit order. */
  readonly sources: readonly Uri[];
  readonly suggested: SuggestedOrigin | null;
}

export interface Provenance {
  readonly statement: Place;
  /** In order of source. */
  readonly carriers: readonly Carrier[];
  readonly origins: readonly Origin[];
  /** Of all carriers the only one that is dated before the others. */
  readonly earliest: { readonly uri: Uri; readonly date: string } | null;
}

export type { MentionRef };
