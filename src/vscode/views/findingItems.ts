import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, type Command } from 'vscode';
import { findingKey, isComparable, sureness, tally, type Place, type Side } from '../../core/index.ts';
import type { Dismissal } from '../../session/index.ts';
import { likeliestSpan } from '../comments/note.ts';
import { COMMANDS } from '../commands/names.ts';
import { shorten } from '../texts/markdown.ts';
import { SEVERITIES, severityIcon } from '../texts/severities.ts';
import { fileName, sentence, severityName, sources as countOfSources, tallied } from '../texts/sentences.ts';
import {
  gravest,
  MOST_PAIRED,
  sourcesOf,
  type DismissalNode,
  type DismissedNode,
  type FindingNode,
  type FindingsNode,
  type GroupNode,
  type SideNode,
} from './findingGroups.ts';

/** How a node of the tree of findings looks. */
export function findingsItem(node: FindingsNode): TreeItem {
  switch (node.kind) {
    case 'code':
    case 'sources':
      return groupItem(node);
    case 'finding':
      return findingItem(node);
    case 'side':
      return sideItem(node);
    case 'dismissed':
      return dismissedItem(node);
    case 'dismissal':
      return dismissalItem(node);
  }
}

function groupItem(node: GroupNode): TreeItem {
  const severity = gravest(node);
  const state = severity === 'hint' ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded;
  const title = node.kind === 'code' ? node.code : sourcesTitle(node.uris);
  const item = new TreeItem(title, state);
  item.id = node.kind === 'code' ? `code ${node.code}` : `sources ${node.uris.join(' ')}`;
  item.description = String(node.findings.length);
  item.tooltip = node.kind === 'code' ? countsOf(node) : `${node.uris.map(fileName).join('\n')}\n\n${countsOf(node)}`;
  item.accessibilityInformation = { label: `${title}, ${countsOf(node)}` };
  item.iconPath = severityIcon(severity);
  item.contextValue = node.kind;
  return item;
}

function sourcesTitle(uris: readonly string[]): string {
  if (uris.length === 0) return l10n.t('Between more than {0} sources', MOST_PAIRED);
  const names = uris.map(fileName).join(' ↔ ');
  return uris.length === 1 ? l10n.t('Within {0}', names) : names;
}

/** "1 finding, 1 hint: warning 1, hint 1" */
function countsOf({ findings }: GroupNode): string {
  const parts = SEVERITIES.flatMap((severity) => {
    const count = findings.filter(({ finding }) => finding.severity === severity).length;
    return count === 0 ? [] : [`${severityName(severity)} ${count}`];
  });
  return `${tallied(tally(findings.map(({ finding }) => finding)))}: ${parts.join(', ')}`;
}

function findingItem({ session, finding, group = '' }: FindingNode): TreeItem {
  const [first] = finding.sides;
  const said = sentence(finding.message);
  const state = finding.sides.length > 1 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None;
  const item = new TreeItem(said, state);
  const count = sourcesOf(finding).length;
  const isPaired = group.includes(' ') && count > 2;
  item.id = `finding ${session.folder} ${findingKey(finding)} ${group}`;
  item.description = count > 2 ? `${fileName(first.uri)} · ${countOfSources(count)}` : fileName(first.uri);
  item.tooltip = [
    said,
    `${finding.code} · ${severityName(finding.severity)} · ${sentence(sureness(finding))}`,
    isPaired ? l10n.t('Between {0} sources; it is listed under each pair of them, and counted once.', count) : '',
  ]
    .filter(Boolean)
    .join('\n\n');
  item.iconPath = severityIcon(finding.severity);
  item.contextValue = isComparable(finding) ? 'finding comparable' : 'finding';
  item.accessibilityInformation = { label: `${severityName(finding.severity)}: ${said}, ${fileName(first.uri)}` };
  item.command = open(first);
  return item;
}

function sideItem({ side }: SideNode): TreeItem {
  const item = new TreeItem(sentence(side.label), TreeItemCollapsibleState.None);
  item.description = fileName(side.uri);
  item.iconPath = new ThemeIcon('arrow-right');
  item.command = open(side);
  return item;
}

function dismissedItem({ dismissals }: DismissedNode): TreeItem {
  const item = new TreeItem(l10n.t('Dismissed'), TreeItemCollapsibleState.Collapsed);
  const stale = dismissals.filter(({ dismissal }) => dismissal.state === 'changed').length;
  item.id = 'dismissed';
  item.description = stale > 0 ? l10n.t('{0}, {1} stale', dismissals.length, stale) : String(dismissals.length);
  item.iconPath = stale > 0 ? STALE : new ThemeIcon('pass');
  item.contextValue = 'dismissed';
  item.accessibilityInformation = { label: l10n.t('Dismissed findings: {0}', item.description) };
  return item;
}

function dismissalItem({ session, dismissal }: DismissalNode): TreeItem {
  const title = dismissalTitle(dismissal);
  const state = dismissalState(dismissal);
  const item = new TreeItem(title, TreeItemCollapsibleState.None);
  item.id = `dismissal ${dismissal.id}`;
  item.description = [state, dismissal.reason && `“${dismissal.reason}”`].filter(Boolean).join(' · ');
  item.tooltip = [title, `${dismissal.code} · ${fileName(dismissal.source)}`, item.description].join('\n\n');
  item.iconPath = dismissal.state === 'changed' ? STALE : new ThemeIcon('pass');
  item.contextValue = 'dismissal';
  item.accessibilityInformation = {
    label: [dismissal.code, title, state, dismissal.reason].filter(Boolean).join(', '),
  };
  const place = placeOf(session.snapshot(), dismissal);
  if (place) item.command = open(place);
  return item;
}

const STALE = new ThemeIcon('warning', new ThemeColor('list.warningForeground'));

/** Code units of the words of a stale dismissal that its title quotes. */
const QUOTED = 40;
/** Sides that are quoted. */
const MOST_QUOTES = 2;

/** What it was about: the finding's sentence, or the words as they were. */
export const dismissalTitle = ({ finding, quotes, code }: Dismissal): string =>
  finding
    ? sentence(finding.message)
    : quotes
        .slice(0, MOST_QUOTES)
        .map((words) => `“${shorten(words, QUOTED)}”`)
        .join(' ↔ ') || code;

/** Why a dismissal answers nothing any more; empty while it does. */
export function dismissalState({ state }: Dismissal): string {
  switch (state) {
    case 'holds':
      return '';
    case 'changed':
      return l10n.t('stale: the words changed');
    case 'not-found':
      return l10n.t('not found any more');
  }
}

function placeOf(snapshot: ReturnType<DismissalNode['session']['snapshot']>, dismissal: Dismissal): Place | undefined {
  if (dismissal.finding) return dismissal.finding.sides[0];
  const note = snapshot.note(dismissal.id);
  const span = note && likeliestSpan(note);
  return span ? { uri: dismissal.source, ...span } : undefined;
}

const open = ({ uri, start, end }: Place | Side): Command => ({
  command: COMMANDS.goTo,
  title: l10n.t('Go to this place'),
  arguments: [uri, start, end],
});
