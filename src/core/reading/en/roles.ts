import { RoleWord, type RoleLexicon } from '../roles/lexicon.ts';

const words = (list: string): string[] => list.trim().split(/\s+/);
const phrases = (list: string): string[] => list.trim().split(/\s*[|\n]\s*/);

/** Offices by their head noun. Occupations ("singer") are no roles. */
const offices = words(`
  president presidents vice-president premier chancellor minister ministers secretary governor lieutenant-governor senator senators representative congressman congresswoman mp msp mep assemblyman assemblywoman councilman councilwoman councillor councilor alderman
  mayor ambassador ambassadors envoy consul delegate commissioner administrator chief head leader leaders commander commanders chairman chairmen chairwoman chairperson chair speaker whip spokesman spokesmen spokeswoman spokesperson spokespeople spox director manager
  superintendent treasurer comptroller auditor ombudsman judge justice magistrate prosecutor sheriff marshal constable detective inspector attorney solicitor registrar rector provost chancellor dean professor lecturer principal headmaster headmistress
  bishop archbishop cardinal pope patriarch metropolitan rabbi imam ayatollah mufti pastor priest vicar abbot abbess prior monsignor reverend chaplain deacon archdeacon canon rev
  king queen prince princess emperor empress tsar czar sultan emir sheikh shah duke duchess earl count countess baron baroness viscount marquess viceroy regent caliph khan pharaoh archduke
  ceo cfo cto coo founder co-founder cofounder chairman executive owner publisher editor correspondent coach captain general officer controller coordinator curator librarian
  adviser advisor aide counsel counselor counsellor strategist strategist economist scientist surgeon pathologist coroner
  dictator ruler junta strongman warlord kingpin capo boss commandant chief-of-staff undersecretary under-secretary deputy lawmaker deputy member
  nominee candidate frontrunner negotiator mediator trustee bailiff legate nuncio inquisitor procurator prefect proconsul tribune praetor quaestor satrap vizier doge stadtholder podesta elector
`);
const honorifics = words(
  'mr mrs ms mx miss sir dame lord lady dr doctor prof mme mlle madame monsieur herr frau senor senora señor señora señorita don doña sister brother mother father fr st hon maître mister messrs',
);
/** Nouns that are a rank, alone or at its end. */
const rankWords = words(`
  general lieutenant major brigadier colonel captain commander admiral commodore sergeant corporal private ensign marshal specialist midshipman cadet seaman airman bombardier trooper gunner sapper guardsman fusilier rifleman cornet
  sub-lieutenant sublieutenant generaloberst generalleutnant generalmajor generalfeldmarschall feldmarschall oberst oberstleutnant hauptmann oberleutnant leutnant rittmeister feldwebel unteroffizier gefreiter konteradmiral vizeadmiral
  kapitän korvettenkapitän coronel comandante capitán capitan teniente almirante contralmirante vicealmirante sargento cabo mariscal général commandant capitaine sous-lieutenant adjudant maréchal ataman hetman aga pasha bey
`);
/** Words that belong to a rank and are none: "rear", "staff", "first". */
const rankParts = words(
  'fleet field rear vice air wing group squadron flight officer pilot flying petty warrant chief staff master gunnery lance first second third class sub half upper lower senior command',
);
const modifiers = words(
  'deputy vice acting interim assistant associate senior chief executive general managing permanent first second prime lead principal joint junior top supreme national federal state regional global special honorary presiding ranking minority majority provisional shadow elected de-facto caretaker',
);
const former = words(
  'former ex retired then-president late erstwhile onetime one-time ousted deposed then past outgoing ret',
);
const designate = words('elect designate incoming nominee presumptive');
const portfolios = words(`
  prime foreign interior home defense defence finance justice health education labor labour trade economy economic energy transport transportation agriculture environment culture security intelligence police press media communications
  information technology operating financial legal medical political military army navy naval air force marine operations research science party opposition parliamentary senate house congressional union district city county provincial
  treasury commerce housing veterans homeland internal external affairs european national budget development immigration border drug human rights press campaign sales marketing bureau news opinion features sports religious spiritual rebel guerrilla militia cartel gang faction
  attorney solicitor surgeon secretary director inspector auditor postmaster
`);
const branches = words(
  'marine marines army navy naval air-force coast guard corps air force infantry cavalry militia police brigade royal imperial union confederate',
);

/** Ranks of land, air and sea forces with their grade (STANAG 2116); other countries' by their accepted equivalents. */
const RANKS: readonly (readonly [string, string])[] = [
  [
    'OF-10',
    'field marshal|marshal|general of the army|fleet admiral|admiral of the fleet|marshal of the royal air force|generalfeldmarschall|feldmarschall|mariscal|maréchal|marshal of the air force',
  ],
  ['OF-9', 'general|admiral|air chief marshal|generaloberst|almirante|général|army general|colonel general'],
  ['OF-8', 'lieutenant general|vice admiral|air marshal|generalleutnant|vicealmirante|vizeadmiral|teniente general'],
  ['OF-7', 'major general|rear admiral|air vice marshal|generalmajor|konteradmiral|contralmirante'],
  ['OF-6', 'brigadier general|brigadier|commodore|air commodore'],
  ['OF-5', 'colonel|group captain|oberst|coronel'],
  ['OF-4', 'lieutenant colonel|wing commander|oberstleutnant|teniente coronel'],
  ['OF-3', 'major|lieutenant commander|squadron leader|comandante|commandant|korvettenkapitän'],
  ['OF-2', 'flight lieutenant|hauptmann|rittmeister|capitán|capitan|capitaine'],
  [
    'OF-1',
    'first lieutenant|second lieutenant|ensign|sub-lieutenant|sub lieutenant|sublieutenant|flying officer|pilot officer|oberleutnant|leutnant|teniente|sous-lieutenant|cornet',
  ],
  ['OF-D', 'midshipman|cadet|officer cadet'],
  ['WO', 'warrant officer|chief warrant officer'],
  [
    'OR-9',
    'sergeant major|command sergeant major|master gunnery sergeant|chief master sergeant|master chief petty officer',
  ],
  ['OR-8', 'master sergeant|first sergeant|senior chief petty officer|senior master sergeant'],
  ['OR-7', 'sergeant first class|gunnery sergeant|chief petty officer'],
  ['OR-6', 'staff sergeant|petty officer first class|technical sergeant|feldwebel'],
  ['OR-5', 'sergeant|petty officer|petty officer second class|unteroffizier|sargento'],
  ['OR-4', 'corporal|specialist|bombardier|petty officer third class|senior airman|cabo|gefreiter'],
  ['OR-3', 'lance corporal|private first class|seaman|airman first class'],
  ['OR-2', 'private|private second class|trooper|gunner|sapper|guardsman|fusilier|rifleman|airman'],
];

const abbreviations: readonly (readonly [string, string])[] = [
  ['gen', 'general'],
  ['gens', 'general'],
  ['genl', 'general'],
  ['generals', 'general'],
  ['lt', 'lieutenant'],
  ['lieut', 'lieutenant'],
  ['1st', 'first'],
  ['2nd', 'second'],
  ['2d', 'second'],
  ['maj', 'major'],
  ['brig', 'brigadier'],
  ['col', 'colonel'],
  ['cols', 'colonel'],
  ['capt', 'captain'],
  ['cpt', 'captain'],
  ['cmdr', 'commander'],
  ['cdr', 'commander'],
  ['comdr', 'commander'],
  ['adm', 'admiral'],
  ['adms', 'admiral'],
  ['admirals', 'admiral'],
  ['sgt', 'sergeant'],
  ['cpl', 'corporal'],
  ['pvt', 'private'],
  ['pte', 'private'],
  ['pfc', 'private first class'],
  ['spc', 'specialist'],
  ['ens', 'ensign'],
  ['msgt', 'master sergeant'],
  ['ssgt', 'staff sergeant'],
  ['ltc', 'lieutenant colonel'],
  ['ltg', 'lieutenant general'],
  ['bg', 'brigadier general'],
  ['mg', 'major general'],
  ['pres', 'president'],
  ['gov', 'governor'],
  ['govs', 'governor'],
  ['sen', 'senator'],
  ['sens', 'senator'],
  ['rep', 'representative'],
  ['reps', 'representative'],
  ['amb', 'ambassador'],
  ['sec', 'secretary'],
  ['dir', 'director'],
  ['prof', 'professor'],
  ['rev', 'reverend'],
  ['revd', 'reverend'],
  ['msgr', 'monsignor'],
  ['supt', 'superintendent'],
  ['insp', 'inspector'],
  ['cllr', 'councillor'],
  ['pc', 'constable'],
  ['wpc', 'constable'],
  ['det', 'detective'],
  ['atty', 'attorney'],
  ['dep', 'deputy'],
  ['asst', 'assistant'],
  ['assoc', 'associate'],
  ['hon', 'honorable'],
  ['presidents', 'president'],
  ['ministers', 'minister'],
  ['senators', 'senator'],
  ['leaders', 'leader'],
  ['commanders', 'commander'],
  ['ambassadors', 'ambassador'],
  ['spokesmen', 'spokesman'],
  ['spokespeople', 'spokesperson'],
  ['spox', 'spokesperson'],
  ['chairmen', 'chairman'],
  ['co-founder', 'founder'],
  ['cofounder', 'founder'],
  ['councilor', 'councillor'],
  ['counselor', 'counsellor'],
  ['advisor', 'adviser'],
  ['under-secretary', 'undersecretary'],
  ['czar', 'tsar'],
  ['defense', 'defence'],
  ['labor', 'labour'],
  ['pm', 'prime minister'],
  ['mister', 'mr'],
  ['doctor', 'dr'],
];

function build(): Map<string, number> {
  const map = new Map<string, number>();
  const put = (list: readonly string[], bit: number): void => {
    for (const word of list) map.set(word, (map.get(word) ?? 0) | bit);
  };
  put(offices, RoleWord.office);
  put(honorifics, RoleWord.honorific);
  put(rankWords, RoleWord.rank);
  put(rankParts, RoleWord.portfolio);
  put(modifiers, RoleWord.modifier);
  put(former, RoleWord.former);
  put(designate, RoleWord.designate);
  put(portfolios, RoleWord.portfolio);
  put(branches, RoleWord.branch);
  return map;
}

export const englishRoles: RoleLexicon = {
  words: build(),
  normal: new Map(abbreviations),
  offices: new Set(
    phrases(`
      secretary of state | secretary of defence | secretary of war | secretary of the treasury | prime minister | vice president | vice chancellor | attorney general | solicitor general | secretary general | secretary-general | director general | director-general
      surgeon general | inspector general | governor general | governor-general | postmaster general | consul general | chief of staff | chief of police | police chief | chief justice | chief executive | chief executive officer
      chief financial officer | chief operating officer | chief technology officer | deputy prime minister | foreign minister | defence minister | interior minister | finance minister | lieutenant governor | first lady | first minister
      press secretary | foreign secretary | home secretary | defence secretary | district attorney | managing director | executive director | vice chairman | deputy chief | commander in chief | commander-in-chief | editor in chief | editor-in-chief
      head of state | head of government | speaker of the house | leader of the opposition | opposition leader | majority leader | minority leader | supreme leader | supreme court justice | national security adviser
    `),
  ),
  ranks: new Map<string, string | null>([
    ...RANKS.flatMap(([grade, names]) => names.split('|').map((name): [string, string] => [name, grade])),
    ['captain', null],
    ['lieutenant', null],
    ['commander', null],
  ]),
  seaGrades: new Map([
    ['captain', 'OF-5'],
    ['commander', 'OF-4'],
    ['lieutenant', 'OF-2'],
  ]),
  landGrades: new Map([
    ['captain', 'OF-2'],
    ['lieutenant', 'OF-1'],
  ]),
  seaBranches: new Set(words('navy naval coast fleet')),
  landBranches: new Set(words('army marine marines air corps infantry cavalry')),
  genders: new Map([
    ...words(
      'mr sir lord king prince emperor tsar sultan sheikh shah duke earl baron monsieur herr señor senor don brother father fr spokesman chairman congressman councilman assemblyman headmaster abbot pope patriarch archduke',
    ).map((w): [string, 'male'] => [w, 'male']),
    ...words(
      'mrs ms miss dame lady queen princess empress duchess countess baroness madame mme mlle frau señora senora señorita doña sister mother spokeswoman chairwoman congresswoman councilwoman assemblywoman headmistress abbess',
    ).map((w): [string, 'female'] => [w, 'female']),
  ]),
  links: new Set(words('of for at in to on')),
  articles: new Set(words('the a an its his her their our')),
  servingVerbs: new Set(
    words(
      'served serves serve serving sworn elected elects elect re-elected reelected appointed appoints named names nominated worked works working acted acting resigned resigns inaugurated installed confirmed hired tapped chosen down retired took takes returned crowned ordained replaced succeeded role position post job term career tenure appointment election nomination',
    ),
  ),
  as: 'as',
  and: 'and',
};
