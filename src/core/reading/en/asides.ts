import type { AsideLexicon, LinePattern } from '../asides/lexicon.ts';
import type { AsideKind } from '../types.ts';
import { eventHeads, eventsOf } from './event-words.ts';

const MONTH =
  '(?:Jan(?:uary|y?\\.)?|Feb(?:ruary|y?\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|t?\\.)?|Sept?(?:ember|r?\\.)?|Oct(?:ober|r?\\.)?|Nov(?:ember|r?\\.)?|Dec(?:ember|r?\\.)?)';
const WEEKDAY = '(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day|\\.)?,? )';
const DAY = '\\d{1,2}(?:st|nd|rd|th|d)?';
const CLOCK = '\\d{1,2}[:.] ?\\d{2}(?::\\d{2})?(?: ?[AaPp]\\.?[Mm]\\.?)?(?: ?(?:[A-Z]{2,4}|[+-]\\d{2}:?\\d{2}))?';
const ISO = '\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.\\d{1,3})?(?:Z|[+-]\\d{2}:?\\d{2})?)?';
const FULL_DATE = `(?:${MONTH} ${DAY},? \\d{4}|${DAY} (?:of )?${MONTH},? \\d{4})`;
const DATE = `(?:${ISO}|${WEEKDAY}?${FULL_DATE}|\\d{1,4} ?[./-] ?\\d{1,2} ?[./-] ?\\d{2,4})`;
const DATE_TIME = `(?:${CLOCK},? ){0,1}${DATE}(?:,? ?(?:at |- |\\| )?${CLOCK})?`;

/** A name of people or bodies: capitalised words, few. */
const NAME =
  "\\p{Lu}[\\p{L}\\p{M}.'’-]{0,30}(?: (?:\\p{Lu}[\\p{L}\\p{M}.'’-]{0,30}|de|la|von|van|der|bin|al|of|the|&)){0,8}";
const NAMES = `${NAME}(?:(?:, and |, | and )${NAME}){0,5}`;

const DATE_LABEL =
  '(?:(?:first |last )?(?:published|posted|updated|modified|issued|filed|released|written|printed)(?: (?:on|at))?|date|dated|(?:(?:press|news|media) release|for immediate release|release)(?: on)?)';
/** "Vol. XII", "No. 4", "page 4", "late edition": beside the date of a paper. */
const ISSUE =
  '(?:(?:vol(?:ume)?|no|number|issue|pages?|p|pp)\\.? ?[\\dIVXLC]{1,7}(?:[-–]\\d{1,4})?|vol|no|pp?|\\d{1,6}|[IVXLC]{1,7}|(?:(?:first|second|late|early|evening|morning|city|final|online|print|sunday) )?edition)';
/** "Saturday evening". */
const HOUR = `${WEEKDAY}?(?:morning|forenoon|noon|afternoon|evening|night|midnight)`;
const CORRESPONDENT = '(?:from )?(?:our|a|the) (?:own |special |staff ){0,2}correspondents?';

const line = (rule: string, kind: AsideKind, pattern: string, longest = 30, flags = 'iu'): LinePattern => ({
  rule,
  kind,
  pattern: new RegExp(`^${pattern}`, flags),
  longest,
});

const lines: readonly LinePattern[] = [
  line(
    'byline',
    'byline',
    `(?:[Bb]y|BY|Written by|Story by|Words by):? (?<credited>${NAMES})(?:,? [|–—-]? ?[^.!?]{0,60})?\\.?$`,
    14,
    'u',
  ),
  line(
    'byline-title',
    'byline',
    `(?<credited>${NAMES}),? ?[|,–—-] ?(?:[Ss]taff|[Ss]enior|[Ss]pecial|[Cc]hief|[Nn]ews|[Pp]olitics|[Ww]orld|[Cc]ontributing)? ?(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Cc]ontributor|[Cc]olumnist)$`,
    9,
    'u',
  ),
  line(
    'reported-from',
    'byline',
    `(?<credited>${NAMES}) (?:reported|reports|wrote|was reporting) from (?:${NAMES})(?:,? and (?:${NAMES}) from (?:${NAMES}))?\\.?$`,
    18,
    'u',
  ),
  line(
    'writers-contributed',
    'byline',
    `[(\\[—–-]{0,3} ?(?:${NAME} )?(?:staff |special )?(?:[Ww]riters?|[Rr]eporters?|[Cc]orrespondents?|[Jj]ournalists?|[Ss]taff) (?<credited>${NAMES})(?:,? (?:in|from) ${NAMES},?)? (?:also )?contributed\\b`,
    45,
    'u',
  ),
  line(
    'contributed',
    'byline',
    `[(\\[—–-]{0,3} ?(?<credited>${NAMES})(?:,? (?:in|from) ${NAMES},?)? (?:also )?contributed (?:reporting|to th(?:is|e) (?:report|story|article|piece)|reporting)`,
    45,
    'u',
  ),
  line(
    'reporting-by',
    'byline',
    `[(\\[—–-]{0,3} ?(?:Additional |Further )?(?:[Rr]eporting|[Ee]diting|[Ww]riting|[Cc]ompiled|[Tt]ranslated|[Tt]ranslation|[Ee]dited|[Rr]eported|[Ww]ritten)(?: and [a-z]{4,10})? (?:by|from) (?<credited>${NAMES})`,
    60,
    'u',
  ),
  line(
    'with-files',
    'byline',
    `[(\\[—–-]{0,3} ?[Ww]ith (?:additional )?(?:(?:files|reporting|reports|inputs|input|material|contributions)(?: (?:from|by) (?:agencies|wires|(?<credited>${NAMES})))?|agencies|AFP|AP|Reuters)[.)\\]]{0,2}$`,
    25,
    'u',
  ),
  line(
    'photo-line',
    'credit',
    `[(\\[]?(?:(?:AP |File |Handout )?(?:photo|photograph|picture|image|illustration|graphic|video|cover image|featured image)s?(?: credit| courtesy)?(?: ?[:|/] ?| by | courtesy of | via )|(?:image |photo |picture )?credits? ?: |courtesy(?: of)? ?:? |image (?:source|caption|credit),? |source ?: ?)\\S`,
    18,
  ),
  line(
    'advertisement',
    'promotion',
    '(?:advertisement|advertising|sponsored(?: content)?|promoted(?: content)?|story continues below|article continues (?:below|after)|continue reading|scroll down|skip (?:ad|advert)|\\d{1,2} min(?:ute)?s? read|most (?:read|popular|viewed)|comments?$|(?:show|leave a) comments?)(?!\\p{L})',
    12,
  ),
  line(
    'preferred-source',
    'promotion',
    '(?:add|make|set|choose|select) .{1,40} (?:as|to) (?:a|an|your|my|our)? ?(?:preferred|favou?rite|trusted|default) (?:news )?(?:sources?|homepage)',
    20,
  ),
  line(
    'sign-up',
    'promotion',
    '(?:sign[ -]?up (?:for|to|here|now|today|and)|subscribe (?:to|now|here|for|today)|register (?:for free|now|here|today)|get (?:the |our |all the )?(?:latest |daily |breaking |best |top ){0,3}(?:news|stories|headlines|newsletter|updates)\\b.{0,60}(?:inbox|newsletter|delivered|app|email)|(?:join|download) (?:our|the) .{1,40}(?:app|channel|newsletter|community|group)|newsletter sign|.{1,60}\\b(?:sign up|subscribe|click|tap|register|donate) (?:here|now|today)\\b)',
    35,
  ),
  line(
    'follow',
    'promotion',
    '(?:.{2,40} is an? .{2,80}\\. (?:follow (?:her|him|them) |(?:she|he|they) can be reached )|(?:follow|like) (?:us|me|him|her|the author|@|.{1,50} on (?:twitter|x|facebook|instagram|telegram|youtube|whatsapp|linkedin|threads|google news|bluesky|mastodon)\\b)|(?:you can )?(?:follow|find|reach|contact|email) .{1,60} (?:at|on) (?:@|\\S{1,40}@\\S|(?:twitter|x|facebook|instagram)\\b))',
    30,
  ),
  line(
    'read-more',
    'promotion',
    "(?:read (?:more|also|next|on|the (?:rest|full|whole|original|entire|complete))|also read|more (?:on|from|about) this|more to read|read ?:|see also|(?:related|recommended|more|trending|most read|don[’']t miss|must read|you may also like|watch|listen|in pictures|explainer)(?: (?:articles?|stor(?:y|ies)|coverage|news|reading|video|now|live|here|more))? ?[:|]|(?:watch|listen) (?:live|now|here|the video)|click (?:here|on|to)|tap here|for more (?:information|news|stories|on|from|details|coverage),? ?(?:.{0,60})(?:click|visit|go to|see|follow|read)|view (?:more|comments|all)|visit our|share this|(?:originally|first) (?:published|appeared) (?:on|in|at)|this (?:article|story|post|piece) (?:was )?(?:originally|first) )",
    30,
  ),
  line(
    'support',
    'promotion',
    '(?:support (?:our|independent|quality|us|the) .{0,40}|donate (?:now|here|today|to)|become a (?:member|subscriber|supporter|patron)|help us .{1,40}|have (?:a )?(?:news )?(?:tip|story|question)s?\\b.{0,60}(?:email|contact|send|tell|let us|call)|(?:copyright |© ?|\\(c\\) ?)(?:©|\\(c\\)|\\d{4})|all rights reserved|terms of (?:use|service)\\b|cookie (?:policy|settings))',
    30,
  ),
];

export const englishAsides: AsideLexicon = {
  lines,
  header: new RegExp(
    `^(?:(?:date|published|publication date|pub date|updated|last updated|last modified|modified|posted|created|issued|dated|first published|release date|(?:press |news |media )?release|for immediate release)(?: (?:on|at))? ?[:|-]? ?${DATE_TIME}|(?:Date|Published|Updated|Posted|Source|URL|Link|Author|Section|Category|Location|Publisher|Publication|Outlet|Language|Keywords|Tags|Topics?)(?: ?: )\\S.{0,200}$)`,
    'iu',
  ),
  bareDate: new RegExp(`^(?:${DATE_TIME}|${WEEKDAY}?${FULL_DATE}) ?(?:[|–—-] ?(?:[^.]|[ap]\\.m\\.?){0,40})?$`, 'iu'),
  placedDate: new RegExp(`^${NAME}(?:, ${NAME})?,? ${WEEKDAY}?${FULL_DATE}\\.?$`, 'u'),
  lineDate: new RegExp(`(?:${CLOCK},? )?(?:${ISO}|${WEEKDAY}?${FULL_DATE})(?:,? (?:at |- |\\| )?${CLOCK})?`, 'iu'),
  linePart: new RegExp(`^(?:${DATE_LABEL}|${ISSUE}|${CLOCK}|${HOUR}|${CORRESPONDENT})$`, 'iu'),
  lineName: new RegExp(`^${NAME}$`, 'u'),
  lineAuthor: new RegExp(
    `^(?:[A-Z]?[a-z]{0,9} )?(?:[Bb]y|BY) (?<credited>${NAMES})(?: (?:in|at|for) ${NAME})?(?: on)?$`,
    'u',
  ),
  dateLabel: new RegExp(`^(?:${DATE_LABEL}|(?:(?:posted|published|written|filed|updated) )?by .{3,60} on)$`, 'iu'),
  eventTitle: new RegExp(
    `(?<!\\p{L})(?:(?:${[...eventsOf].join('|')}) (?:of|at|for|in) |(?:${[...eventHeads].join('|')}) ?[,.:;(–—-])`,
    'iu',
  ),
  datelineDate: new RegExp(
    `(?:${WEEKDAY}|${WEEKDAY.replace(',? ', '')},? ?)?(?:${MONTH} ${DAY}|${DAY} ${MONTH})?(?:,? \\d{4})?`,
    'uy',
  ),
  captionStart:
    /^(?:this (?:\S{1,20} ){0,3}(?:photo|photograph|picture|image|screenshot|still|frame|video grab|combination|handout|grab|illustration|map|graphic)\b|in this (?:\S{1,20} ){0,3}(?:photo|photograph|picture|image|screenshot|still|frame|video grab)\b|(?:an? |the )?(?:undated |aerial |satellite |file |handout |combination |combo |archive ){1,2}(?:photo|photograph|picture|image|view|frame)\b|(?:a |an )?(?:photo|photograph|picture|image|screengrab|screen grab|screenshot|video grab|still image|still) (?:shows|showing|shared|posted|released|taken|provided|from|of|obtained)\b|file(?: photo| picture| image)? ?[:–—-]|photo ?:|pictured(?: above| here| below)?[:,]|(?:from|clockwise from|pictured from) (?:left|right|top)|(?:above|below|left|right|top|bottom)(?: left| right)? ?:)/iu,
  captionPointer:
    /\((?:L|R|C|left|right|cent(?:er|re)|top|bottom|front|back|pictured|seen|above|below|far left|far right|L-R|from left)\)|, (?:left|right|cent(?:er|re)|far left|far right|second from (?:left|right)|third from (?:left|right)|pictured),|\b(?:looks|look) on\b|\b(?:is|are) (?:seen|pictured|shown|photographed)\b|\bposes? (?:for|with|in)\b|\b(?:pictured|photographed) (?:in|at|on|with|during|here)\b|\bfile (?:photo|picture|image)\b|\bhandout (?:photo|picture|image|pic)\b/giu,
  sidePointer: /^\((?:left|right|cent(?:er|re)|far left|far right|l-r|from left)\)$/iu,
  pictureVerbs: new Set(
    `patrol patrols speaks speak looks look attends attend arrives arrive waves wave gestures gesture walks walk holds hold shakes shake poses pose stands stand sits sit listens listen addresses address
    delivers deliver carries carry inspects inspect rides ride drives drive enters enter watches watch reacts react answers answer greets greet hugs hug embraces embrace kneels kneel prays pray
    marches march protests protest gathers gather rally rallies cheers cheer lights light lays lay works work searches search guards guard queue queues wait waits boards board
    smiles smile laughs laugh points point talks talk testifies testify signs sign lies lie burns burn rises rise flies fly sails sail displays display shows show
    chats chat crosses cross salutes salute tours tour`
      .trim()
      .split(/\s+/),
  ),
  fullDate: new RegExp(FULL_DATE, 'u'),
  photoCredit: [
    // "— Harbour Board handout photo via Wire", "Ada Lovelace/Herald via Agency", "Handout"
    /^[—–-]{0,2} ?(?:\(|\[)?(?:[^.!?/]{1,60}\/ ?[^.!?/]{1,60}(?:\/ ?[^.!?/]{1,40})?)\.?(?:\)|\])?\.?$/u,
    /^[—–-]{0,2} ?(?:\(|\[)?(?:[^.!?]{0,60} )?(?:handout|pics?|photos?|image|images|picture|courtesy|screengrab|screenshot)\b[^.!?]{0,60}(?:\)|\])?\.?$/iu,
    /^[—–-]{0,2} ?(?:\(|\[)?[^.!?]{1,60} via \p{Lu}[^.!?]{0,40}(?:\)|\])?\.?$/u,
    /^(?:\(|\[|[|—–-] ?)?(?:photo(?:graph)?s?|pictures?|images?|credits?|photo credit|image credit|courtesy)(?: by| of| courtesy of| courtesy)?(?: ?[:|/] ?| )[^!?]{1,80}(?:\)|\])?$/iu,
  ],
  creditWords: new Set(
    'via by for of and from the handout pic pics photo photos picture pictures image images courtesy file supplied provided released screengrab screenshot video office service on in at de la le du van von der al bin e s'.split(
      ' ',
    ),
  ),
  beforeBaseForms: new Set('to will would can could should may might must shall not'.split(' ')),
  agencies: new Set(
    `afp|ap|the associated press|associated press|reuters|thomson reuters|agence france-presse|dpa|upi|united press international|xinhua|tass|interfax|ria novosti|efe|ansa|pti|ani|ians|app|kyodo|kyodo news|jiji|yonhap
    |anadolu|anadolu agency|aa|pa|pa media|press association|bloomberg|bloomberg news|cna|cp|the canadian press|aap|belga|anp|ntb|tt|ritzau|apa|keystone-sda|ats|lusa|mti|ctk|pap|ukrinform|agencies|news agencies|wires|wire reports
    |cnn|bbc|npr|getty|getty images|epa|epa-efe|sana|irna|mena|petra|wam|spa|kuna|nan|sapa|telam|agencia brasil|prensa latina|notimex|bernama|antara|vna|zuma press|shutterstock`
      .split('|')
      .map((name) => name.trim()),
  ),
  agencyWords: new Set([
    'news',
    'agency',
    'agencies',
    'press',
    'service',
    'wire',
    'wires',
    'media',
    'staff',
    'desk',
    'correspondent',
    'bureau',
    'images',
  ]),
  titleSmallWords: new Set(
    'a an the of in on at to for and or but nor by with from as is are be vs vs. v. via per into over after amid than that it its his her their up off out not no'.split(
      ' ',
    ),
  ),
};
