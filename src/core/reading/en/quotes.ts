import { genderOfFirstName } from './first-names.ts';
import { WordClass, type PronounFacts, type QuoteLexicon } from '../quotations/lexicon.ts';
import type { Channel } from '../types.ts';

const words = (list: string): string[] => list.trim().split(/\s+/);

/** Verbs that report words: base, third person, past, participle where these are not regular. */
const SAY = `
  say/says/said/saying tell/tells/told/telling write/writes/wrote/writing/written speak/speaks/spoke/speaking think/thinks/thought/thinking 
  read/reads/read/reading sing/sings/sang/singing
  add admit advise affirm agree allege announce answer apologize argue ask assert assure aver beg/begs/begged/begging blast boast bark bellow bemoan brag/brags/bragged/bragging
  caution chant charge chide claim clarify comment complain concede conclude concur/concurs/concurred/concurring confess confide confirm contend continue counter cry/cries/cried/crying
  declare defend demand deny/denies/denied/denying disclose dictate echo/echoes/echoed/echoing elaborate email emphasize emphasise enthuse exclaim exhort exhale explain explode
  foresee/foresees/foresaw/foreseeing fret/frets/fretted/fretting fume gripe groan groused grumble gush holler
  hint huff inform inquire insist instruct interject interrupt intone joke jest justify/justifies/justified/justifying lament laugh lecture maintain mention mock moan mumble murmur muse mutter
  narrate note object observe opine order plead/pleads/pled/pleading pledge ponder post predict proclaim pray/prays/prayed/praying promise pronounce propose protest publish
  question quip/quips/quipped/quipping quote rail rant reaffirm reason reassure rebut/rebuts/rebutted/rebutting recall recite recount refute reiterate relate relay remark remember remind repeat reply/replies/replied/replying report reprise
  request respond retort reveal roar rule scold scoff scream shoot/shoots/shot/shooting shout shriek sigh smile snap/snaps/snapped/snapping snarl sneer sob/sobs/sobbed/sobbing speculate stammer state stipulate stress stutter suggest surmise swear/swears/swore/swearing
  taunt tease testify/testifies/testified/testifying theorize thunder tout tweet retweet urge vent volunteer vow wail warn whine whisper wonder worry/worries/worried/worrying yell
  text message blog/blogs/blogged/blogging caption title headline exult crow deadpan/deadpans/deadpanned/deadpanning acknowledge accuse challenge recommend estimate specify/specifies/specified/specifying
`;

/** Verbs whose object or complement may stand in marks. */
const CHARACTERIZE = `
  call describe dub/dubs/dubbed/dubbing brand label term denounce condemn criticize criticise praise hail slam/slams/slammed/slamming attack ridicule dismiss characterize characterise compare deem/deems/deemed/deeming
  decry/decries/decried/decrying deride lambaste liken refer/refers/referred/referring cite  invoke warn speak/speaks/spoke/speaking talk express/expresses/expressed/expressing advocate welcome
  reject/rejects/rejected/rejecting oppose promote thank boast believe/believes/believed/believing feel/feels/felt/feeling consider      deplore
  lash bash/bashes/bashed/bashing rip/rips/ripped/ripping regard portray depict paint  tout applaud salute bill       release issue  tag/tags/tagged/tagging
  sign/signs/signed/signing appeal allege blame accuse      address/addresses/addressed/addressing
    outline  highlight stress underline underscore reference evoke lament    
`;

const auxiliaries = words(`
  has have had is are was were be been being am do does did will would shall should can could may might must 's 've 'd 'll ’s ’ve ’d ’ll n't n’t not
  went goes going go gone came come kept keeps keep
`);
const adverbs = words(`
  also later then once still again even just now soon never ever already yesterday today tonight too instead further earlier previously recently simply only often always once
  afterward afterwards meanwhile however therefore thus so first next perhaps rather quite there here back
`);
const determiners = words(
  `the a an this that these those his her its their our my your some any no every each another both several many most all few one other such`,
);
const prepositions = words(`
  of for in at on to from with by about under over between among against during after before into through across near since until within without
  behind beside beyond toward towards upon via per amid despite regarding around off outside inside unlike like as
`);
const conjunctions = words(
  `and or but nor that while when where whereas because if although though as since until unless so yet than whether before after once how why what`,
);
const relatives = words(`who which whom whose`);
const human = words(`
  spokesman spokesmen spokeswoman spokeswomen spokesperson spokespersons spokespeople spox official officials officer officers leader leaders minister ministers president presidents chairman chairwoman chairperson chair
  chief chiefs head heads director directors secretary secretaries ambassador ambassadors senator senators congressman congresswoman congressmen lawmaker lawmakers legislator legislators representative representatives mayor mayors governor governors
  candidate candidates nominee nominees frontrunner incumbent politician politicians democrat democrats republican republicans conservative conservatives liberal liberals strategist strategists operative operatives adviser advisers advisor advisors aide aides staffer staffers
  manager managers analyst analysts expert experts economist economists scientist scientists researcher researchers professor professors scholar scholars historian historians author authors writer writers journalist journalists reporter reporters
  columnist columnists editor editors host hosts anchor anchors moderator moderators narrator announcer commentator commentators critic critics activist activists advocate advocates organizer organizers protester protesters demonstrators supporter supporters opponent opponents voter voters
  judge judges justice justices attorney attorneys lawyer lawyers prosecutor prosecutors sheriff sheriffs detective detectives investigator investigators inspector inspectors agent agents policeman policewoman police commander commanders general generals colonel captain soldier soldiers veteran veterans
  doctor doctors nurse nurses physician physicians patient patients teacher teachers student students principal superintendent priest bishop pastor rabbi imam cleric pope king queen prince princess
  founder founders owner owners entrepreneur businessman businesswoman executive executives ceo investor investors banker trader traders worker workers employee employees farmer farmers resident residents neighbor neighbors neighbour neighbours witness witnesses
  man men woman women boy girl father mother son daughter brother sister husband wife widow friend friends colleague colleagues nephew niece uncle aunt cousin parent parents mogul tycoon billionaire
  singer actor actress musician artist director coach player star celebrity comedian
  member members delegate delegates diplomat diplomats envoy negotiator negotiators source sources insider insiders person people someone somebody crowd audience others another user users
  boss bosses rep reps publicist captain captains skipper referee umpire striker goalkeeper defender midfielder deputy deputies councillor councillors councilor clerk barrister solicitor landlord landlady
  driver drivers passenger passengers firefighter firefighters paramedic paramedics grandfather grandmother stepfather stepmother fiancé fiancée bookkeeper
  survivor survivors victim victims suspect suspects defendant defendants plaintiff plaintiffs inmate gunman chancellor premier premier's monarch
  premier monarch commissioner commissioners administrator treasurer comptroller trustee trustees consultant consultants pollster pollsters observer observers ally allies rival rivals partner partners counterpart counterparts
`);
const faceless = words(`
  source sources official officials person people aide aides diplomat diplomats insider insiders operative operatives staffer staffers someone somebody others officer officers lawmaker lawmakers
  adviser advisers advisor advisors executive executives employee employees analyst analysts witness witnesses negotiator negotiators
`);
const bodies = words(`
  ministry department agency office government administration campaign company firm group groups organization organisation committee commission council court police army navy military force forces
  party union association institute university school hospital newspaper paper magazine network channel website site outlet broadcaster board bank bureau authority authorities team embassy parliament senate house congress
  cabinet foundation center centre charity think-tank coalition alliance movement militia cartel panel city town county state country nation command coast-guard airline publisher studio jury church tribunal regulator watchdog presidency palace
  study survey poll film movie ad book video song clip
`);
const documents = words(`
  statement statements release post posts tweet tweets letter letters report reports memo email e-mail emails message document documents announcement article story editorial op-ed column headline communique communiqué note complaint lawsuit filing affidavit indictment
  transcript speech address declaration resolution order ruling decision testimony poster sign banner caption book ad press
`);
const calendar = words(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan. feb. mar. apr. jun. jul. aug. sept. oct. nov. dec.
  morning afternoon evening night noon midnight week weekend month year day days weeks months years last yesterday today tonight hour hours minutes early late mon. tue. wed. thu. fri. sat. sun.
`);
const otherVerbs = words(`
  made make makes got get gets took take takes gave give gives became become becomes held hold holds met meets meet led leads lead won win wins lost lose loses ran runs run left leaves leave
  began begins started starts worked works lives lived moved turned faced knew knows know looked looks appeared appears seemed seems wore sat stood stands walked drove visited joined
  killed shot arrested charged fired died born elected appointed signed passed voted spent paid sent received returned refused declined tried needs needed let lets helped included includes
`);

/** Of people who speak. */
const IRREGULAR_PLURALS = new Set(words('people men women spokesmen spokeswomen spokespeople chairmen congressmen'));

const numerals: readonly (readonly [string, number])[] = [
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
];

const channels: readonly (readonly [Channel, string])[] = [
  [
    'post',
    'post posts posted tweet tweets tweeted retweeted tweeting message thread instagram facebook twitter telegram weibo bluesky mastodon threads tiktok youtube linkedin blog',
  ],
  ['statement', 'statement statements release communique communiqué announcement declaration'],
  ['interview', 'interview interviews interviewed podcast'],
  ['briefing', 'briefing briefings conference presser news-conference gaggle'],
  ['letter', 'letter letters email e-mail emails emailed memo note'],
  ['broadcast', 'broadcast broadcasts television tv radio televised'],
  ['report', 'report reports article editorial op-ed column study memoir paper'],
];

const pronouns: readonly (readonly [string, PronounFacts])[] = [
  ['he', { gender: 'male', number: 'singular' }],
  ['she', { gender: 'female', number: 'singular' }],
  ['it', { gender: 'other', number: 'singular' }],
  ['they', { gender: null, number: 'plural' }],
  ['i', { gender: null, number: 'singular' }],
  ['we', { gender: null, number: 'plural' }],
];

/** Regular English forms of a verb: third person, past, participle. */
function forms(entry: string): [base: string, third: string, past: string, participle: string] {
  const given = entry.split('/');
  const base = given[0] as string;
  if (given.length >= 4) return [base, given[1] as string, given[2] as string, given[3] as string];
  const third = /(?:s|sh|ch|x|z)$/.test(base) ? `${base}es` : `${base}s`;
  const stem = base.endsWith('e') && !base.endsWith('ee') ? base.slice(0, -1) : base;
  const past = base.endsWith('e') ? `${base}d` : `${base}ed`;
  return [base, third, past, `${stem}ing`];
}

function buildClasses(): Map<string, number> {
  const classes = new Map<string, number>();
  const put = (list: readonly string[], bit: number): void => {
    for (const word of list) classes.set(word, (classes.get(word) ?? 0) | bit);
  };
  for (const entry of words(SAY)) {
    const [base, third, past, participle] = forms(entry);
    put([third, past], WordClass.says);
    put([base], WordClass.baseForm);
    put([participle], WordClass.saying);
  }
  for (const entry of words(CHARACTERIZE)) {
    const [base, third, past, participle] = forms(entry);
    put([third, past, participle], WordClass.characterizes);
    put([participle], WordClass.saying);
    if (!((classes.get(base) ?? 0) & WordClass.baseForm)) put([base], WordClass.baseForm | WordClass.characterizes);
  }
  put(auxiliaries, WordClass.auxiliary);
  put(adverbs, WordClass.adverb);
  put(determiners, WordClass.determiner);
  put(prepositions, WordClass.preposition);
  put(words('of for at from in with on'), WordClass.link);
  put(conjunctions, WordClass.conjunction);
  put(relatives, WordClass.relative);
  put(human, WordClass.human);
  put(bodies, WordClass.body);
  put(documents, WordClass.document);
  put(calendar, WordClass.calendar);
  put(faceless, WordClass.faceless);
  put(
    numerals.map(([word]) => word),
    WordClass.numeral,
  );
  put(words('several some many dozens multiple numerous both'), WordClass.numeral);
  put(otherVerbs, WordClass.otherVerb);
  for (const [word] of pronouns) put([word], WordClass.pronoun);
  return classes;
}

export const englishQuotes: QuoteLexicon = {
  classes: buildClasses(),
  classify: (word) => (word.length > 4 && word.endsWith('ly') ? WordClass.adverb : 0),
  looksPast: (word) => word.length > 4 && word.endsWith('ed'),
  looksParticiple: (word) => word.length > 5 && word.endsWith('ing'),
  looksPlural: (word) => IRREGULAR_PLURALS.has(word) || (word.length > 3 && word.endsWith('s') && !word.endsWith('ss')),
  pronouns: new Map(pronouns),
  sourcePrepositions: [
    ['according', 'to'],
    ['in', 'the', 'words', 'of'],
    ['as', 'per'],
  ],
  backReferences: [
    ['with', 'those', 'words'],
    ['with', 'these', 'words'],
    ['with', 'that', ','],
    ['so', 'saying', ','],
  ],
  anonymity: [
    ['condition', 'of', 'anonymity'],
    ['anonymously'],
    ['on', 'background'],
    ['not', 'to', 'be', 'named'],
    ['not', 'to', 'be', 'identified'],
    ['declined', 'to', 'be', 'named'],
    ['familiar', 'with', 'the'],
    ['anonymous'],
    ['unnamed'],
    ['not', 'authorized', 'to'],
    ['not', 'authorised', 'to'],
    ['briefed', 'on', 'the'],
  ],
  citing: new Set(['citing', 'cites', 'cited', 'quoting', 'quotes', 'quoted']),
  numerals: new Map(numerals),
  channels: new Map(
    channels.flatMap(([channel, list]) => words(list).map((word): [string, Channel] => [word, channel])),
  ),
  platforms: new Set(
    words(
      'x twitter facebook instagram telegram weibo bluesky mastodon threads tiktok youtube linkedin truth snapchat',
    ),
  ),
  offices: new Set(words('office camp team campaign staff lawyers lawyer attorney spokesman spokeswoman spokesperson')),
  and: 'and',
  by: 'by',
  passive: new Set(words('was were been being is are be so')),
  infinitive: 'to',
  definite: new Set(words('the this that these those his her its their our my')),
  descriptions: new Set(
    words(
      'leader politician businessman businesswoman billionaire mogul tycoon candidate nominee frontrunner president premier chancellor minister man woman star actress actor singer veteran lawmaker activist author incumbent ruler founder',
    ),
  ),
  complementizer: 'that',
  clauseVerbs: new Set(
    words(
      'said says say added adds announced claimed claims stated states noted notes argued argues wrote writes confirmed confirms reported reports insisted insists warned warns denied acknowledged believed estimated told predicted suggested explained declared maintained alleged admitted conceded contended concluded',
    ),
  ),
  firstNames: genderOfFirstName,
  genderedNouns: new Map([
    ...words(
      'spokesman chairman congressman businessman policeman man boy father son brother husband uncle nephew king prince actor mr. sir lord',
    ).map((w): [string, 'male'] => [w, 'male']),
    ...words(
      'spokeswoman chairwoman congresswoman businesswoman policewoman woman girl mother daughter sister wife widow aunt niece queen princess actress mrs. ms. lady',
    ).map((w): [string, 'female'] => [w, 'female']),
  ]),
};
