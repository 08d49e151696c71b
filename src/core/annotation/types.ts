/**
 * Annotations in the program: the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/) with every key
 * in one known place. All of it is immutable plain data. What a file holds that this model has no word for is kept beside
 * what it has (`other`, kind `other`, `foreign`), so that a rewrite loses nothing.
 */
import type { Json, JsonObject } from '../text/json.ts';
import type { LineColumn } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** An absolute IRI, or a reference relative to the sidecar; percent-encoded where a URI needs it. */
export type Iri = string;

/** xsd:dateTime in UTC: "2026-03-07T09:30:00Z". */
export type Instant = string;

export type { Json, JsonObject };

/** The motivations of the standard (vocabulary, section 3.2), which are purposes of bodies too. */
export type Motivation =
  | 'assessing'
  | 'bookmarking'
  | 'classifying'
  | 'commenting'
  | 'describing'
  | 'editing'
  | 'highlighting'
  | 'identifying'
  | 'linking'
  | 'moderating'
  | 'questioning'
  | 'replying'
  | 'reviewing'
  | 'tagging';

/** Who wrote something. */
export interface Agent {
  readonly id?: Iri;
  readonly type?: 'Person' | 'Organization' | 'Software';
  readonly name?: string;
  readonly nickname?: string;
  /** With the scheme: "mailto:ada@example.org". */
  readonly email?: Iri;
  readonly other?: JsonObject;
}

/** The words themselves, with enough of their surroundings to be unambiguous (model, section 4.2.4). */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly other?: JsonObject;
}

/** Code points of the source's text, end exclusive (model, section 4.2.5). Not UTF-16 code units: see `core/text/codePoints.ts`. */
export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
  readonly other?: JsonObject;
}

/** A selector we have no use for (XPath, CSS, …), kept as it is. */
export interface OtherSelector {
  readonly type: 'other';
  readonly json: Json;
}

export type Selector = TextQuoteSelector | TextPositionSelector | OtherSelector;

/** The version of the source that the selectors were made for. */
export interface TargetState {
  /** When the source was seen in this state. */
  readonly date: Instant;
  /** "sha256:" and 64 lower-case hexadecimal digits, over the bytes of the file. */
  readonly digest?: string;
  readonly other?: JsonObject;
}

/** A source, or a part of it when there are selectors. */
export interface SourceTarget {
  readonly kind: 'source';
  /** Relative to the sidecar, normally the source's own percent-encoded file name; see `sourceIri`. */
  readonly source: Iri;
  /** Empty for the whole source. */
  readonly selectors: readonly Selector[];
  readonly state?: TargetState;
  /** What the file says of the source itself (its type, format, …; model, section 3.2.1), where it is not named by its IRI alone. */
  readonly resource?: JsonObject;
  readonly other?: JsonObject;
}

/** Another annotation, in a reply. */
export interface AnnotationTarget {
  readonly kind: 'annotation';
  readonly id: Iri;
}

export interface OtherTarget {
  readonly kind: 'other';
  readonly json: Json;
}

export type Target = SourceTarget | AnnotationTarget | OtherTarget;

/** Words of the reader: a comment in Markdown, a tag, a fact about the source. */
export interface TextBody {
  readonly kind: 'text';
  /** Of a tag: its name, without the "#". */
  readonly value: string;
  readonly purpose?: Motivation | Iri;
  /** Media type; comments are "text/markdown". */
  readonly format?: string;
  /** BCP 47. */
  readonly language?: string;
  /** Which fact about the source `value` is; only with purpose `describing`. See `factsOf` and `factBodies`. */
  readonly fact?: FactName | (string & {});
  readonly other?: JsonObject;
}

/** A resource outside: an entity that a span names (`identifying`), a class (`classifying`), the other end of a link (`linking`). */
export interface ResourceBody {
  readonly kind: 'resource';
  readonly source: Iri;
  readonly purpose?: Motivation | Iri;
  /** The part of it, where the other end of a link is a span. */
  readonly selectors: readonly Selector[];
  readonly state?: TargetState;
  /** As in a target. */
  readonly resource?: JsonObject;
  readonly other?: JsonObject;
}

export interface OtherBody {
  readonly kind: 'other';
  readonly json: Json;
}

export type Body = TextBody | ResourceBody | OtherBody;

export type FactName = 'date' | 'outlet' | 'wire' | 'url' | 'author' | 'reliability';

/** What the reader knows about a whole source. The date is EDTF, the URL absolute, the rest free text. */
export type SourceFacts = { readonly [Name in FactName]?: string };

/** `resolved`: done with. `dismissed`: the reader judged that a finding is none; the reason is a body. */
export type Status = 'open' | 'resolved' | 'dismissed';

/** The finding that an annotation judges (motivation `assessing`). */
export interface FindingRef {
  readonly code: string;
  readonly fingerprint: string;
}

export interface Annotation {
  /** "urn:uuid:…" on what we make. */
  readonly id: Iri;
  readonly motivation?: Motivation | Iri;
  /** Further motivations; the standard allows several, we write one. */
  readonly alsoMotivatedBy?: readonly (Motivation | Iri)[];
  readonly bodies: readonly Body[];
  /** At least one. */
  readonly targets: readonly [Target, ...Target[]];
  readonly creators: readonly Agent[];
  readonly created?: Instant;
  readonly modified?: Instant;
  readonly status: Status;
  readonly finding?: FindingRef;
  /** Keys of the file that this model has no word for, as they were. */
  readonly other?: JsonObject;
}

/** A sidecar. */
export interface AnnotationPage {
  /** The sidecar's own name as a relative IRI, on what we make. */
  readonly id: Iri;
  /** Format version of the file; absent in pages that others wrote. */
  readonly version?: number;
  /** In order of id, code units. */
  readonly annotations: readonly Annotation[];
  /** Items of the page that are no annotations we can read, as they were. */
  readonly foreign: readonly Json[];
  /** Entries of `@context` beyond the standard's and our own. */
  readonly contexts: readonly Json[];
  readonly other?: JsonObject;
}

export type ProblemCode =
  | 'sidecar-not-json'
  | 'sidecar-too-deep'
  | 'sidecar-not-a-page'
  | 'sidecar-newer-version'
  | 'sidecar-merge-conflict'
  | 'sidecar-key-conflict'
  | 'sidecar-duplicate-key'
  | 'sidecar-duplicate-id'
  | 'sidecar-wrong-type'
  | 'sidecar-missing-key'
  | 'sidecar-bad-value';

/** Something wrong with a sidecar, and where. Args: see `core/annotation/problems.ts`. */
export interface SidecarProblem {
  readonly code: ProblemCode;
  /** `error`: the file must not be overwritten. `warning`: the rest is fine, and what was not understood is kept. */
  readonly severity: 'error' | 'warning';
  /** UTF-16 code units of the sidecar's text. */
  readonly span: Span;
  /** Of the span's start; zero-based. */
  readonly position: LineColumn;
  readonly args: readonly (string | number)[];
}

export interface ParsedSidecar {
  /** What could be read; empty where nothing could. */
  readonly page: AnnotationPage;
  readonly problems: readonly SidecarProblem[];
  /** False where a rewrite would lose something: broken JSON, or a newer version of the format. */
  readonly writable: boolean;
  /** What git's conflict markers left to decide; `page` holds mine of each. */
  readonly conflicts: readonly MergeConflict[];
}

/** Both sides changed one annotation in ways that cannot be joined, or one changed what the other deleted. */
export interface MergeConflict {
  readonly id: Iri;
  readonly kind: 'both-changed' | 'changed-and-deleted';
  /** null where the side (or the base) has no such annotation. */
  readonly base: Annotation | null;
  readonly mine: Annotation | null;
  readonly theirs: Annotation | null;
}

export interface Merge {
  readonly page: AnnotationPage;
  readonly conflicts: readonly MergeConflict[];
  /** Keys of the page itself that both sides have changed; `page` holds mine. Missing where there are none. */
  readonly clashes?: readonly string[];
}

/** A place where an annotated span may stand now. */
export interface Candidate {
  readonly span: Span;
  /** 0 to 1; of quote, surroundings and position together. */
  readonly score: number;
}

/**
 * Where an annotated span stands in a text. `exact`: the same words at the same place; `moved`: the same words elsewhere; `approximate`:
 * changed words, or the same ones in surroundings so changed that the reader should have a look; `ambiguous`: several places fit about
 * equally, best first, or one to three do not fit well enough but are where the words were probably reworded, or stand without anything that vouches for them; `orphaned`: nothing fits. White space, the shape of marks and Unicode normalisation do not make words different.
 */
export type Anchor =
  | { readonly outcome: 'exact' | 'moved' | 'approximate'; readonly span: Span; readonly score: number }
  | { readonly outcome: 'ambiguous'; readonly candidates: readonly Candidate[] }
  | { readonly outcome: 'orphaned' };

export interface AnchorOptions {
  /** The text that the selectors were made for, where it is known; spans are then carried over by its difference first. */
  readonly oldText?: string;
}

/** Anchors many annotations in one text, which is prepared once. */
export interface Anchorer {
  anchor(selectors: readonly Selector[]): Anchor;
}
