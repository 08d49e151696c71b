/** Common words that tell what kind of name stands beside them. General English; all lower case. */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Honorifics, ranks and offices that stand before a person's name and are no part of it. */
export const personTitles = words(`
  mr mr. mrs mrs. ms ms. miss mx. dr dr. doctor prof prof. professor sir dame lord lady baron baroness count countess earl duke duchess viscount marquis marquess prince princess king queen
  emperor empress tsar czar tsarina kaiser sultan sheikh shaikh emir ayatollah imam mullah maulana rabbi pope cardinal archbishop bishop rev rev. revd reverend father fr. brother sister mother
  saint monsignor msgr. pastor deacon canon dean vicar chaplain hon. honorable honourable excellency messrs. mme mme. mlle mlle. madame monsieur m. señor senor señora senora don doña herr frau signor signora
  president vice-president premier chancellor prime minister secretary governor gov. lieutenant-governor senator sen. congressman congresswoman representative rep. assemblyman councilman councillor alderman mayor ambassador
  consul envoy delegate commissioner judge justice magistrate attorney lawyer solicitor barrister prosecutor sheriff marshal constable detective inspector superintendent officer agent ranger warden
  cllr cllr. pc wpc genl. general gen. lieutenant lieut. lt. lt colonel col. col major maj. maj captain capt. capt commander cmdr. cdr. commodore admiral adm. brigadier brig. sergeant sgt. sgt corporal cpl. cpl private pvt. pfc. ensign
  cadet midshipman marshal field airman seaman petty warrant lance staff master gunnery first second third chief rear vice deputy assistant acting former ex late interim then
  coach manager director chairman chairwoman chair chairperson ceo cfo founder editor reporter correspondent spokesman spokeswoman spokesperson analyst author actor actress singer minister comrade citizen uncle aunt
  grandpa grandma dj mc coach star striker midfielder defender goalkeeper quarterback student teacher nurse engineer artist writer poet
`);

/** Heads and endings of organizations' names. */
export const organizationWords = words(`
  inc inc. corp corp. corporation company co co. ltd ltd. limited llc plc gmbh ag sa nv bv group holdings partners associates bros. brothers sons industries enterprises systems technologies labs laboratories
  bank trust fund foundation institute institution university college school academy seminary association society union federation confederation league club team council committee commission board bureau agency
  authority department dept. ministry office administration service services court tribunal parliament congress senate assembly house cabinet party front movement army navy force forces corps guard command
  brigade division regiment battalion squadron fleet militia police organization organisation network news times post journal gazette tribune herald press radio television tv magazine museum orchestra
  hospital clinic church airlines airways railway railways airport motors records studios pictures entertainment media international cartel brotherhood alliance coalition consortium
`);

/** Heads of names of places. */
export const placeWords = words(`
  river lake sea ocean bay gulf strait channel canal creek island islands isle archipelago peninsula cape mount mountain mountains hill hills valley desert forest falls beach coast province state county district
  region territory republic kingdom city town village borough municipality parish street st. st avenue ave. road rd. boulevard lane square plaza park gardens bridge port harbor harbour airport station palace
  castle fort camp base prison square tower cathedral stadium arena strip border frontier north south east west northern southern eastern western central upper lower
`);

/** Verbs of saying: a person or a body does it. */
export const sayingVerbs = words(`
  said says say told tells added adds announced announces claimed claims stated states argued argues wrote writes declared declares insisted insists explained explains warned warns replied asked asks noted notes
  tweeted posted confirmed confirms denied denies acknowledged admitted urged recalled observed remarked exclaimed cried answered whispered muttered
`);

/** Prepositions before places. */
export const placePrepositions = words(
  'in at from near to into across through throughout outside inside around toward towards via between along off over',
);

/** Small words that may stand within a name, between two capitalised words. */
export const nameLinks = words(`
  of the and for in on at to de la le les el los las al del della di da do dos das du des van von der den ter ten zu zum zur y e i bin ibn ben abu af av och und et a an & upon sur am with from by or
`);

/** Small words that may begin a person's name ("von", "al"). */
export const nameParticles = words(
  'de la le el los las al del della di da do dos das du des van von der den ter ten bin ibn ben abu af st. d’ d',
);

/** Words without content, whatever their case: they are capitalised at the beginning of a sentence or in headlines only. */
export const functionWords = words(`
  the a an this that these those there here he she it they we i you his her its their our my your him them us me who whom whose which what when where why how and or but nor so yet if though although because as since
  until unless while after before during in on at by for from with without within into onto of off to up down out over under about above below between among against through across toward towards upon per via
  is are was were be been being am has have had do does did will would shall should can could may might must not no yes all both each every either neither any some many much more most several such few less least
  other others another same own than too very just also only even still again once then now ever never always often however therefore meanwhile thus hence perhaps maybe
  one two three four five six seven eight nine ten
`);

/** Months and days, with their abbreviations: capitalised, and no names. */
export const calendarWords = words(`
  january february march april may june july august september october november december jan jan. feb feb. mar mar. apr apr. jun jun. jul jul. aug aug. sep sep. sept sept. oct oct. nov nov. dec dec.
  monday tuesday wednesday thursday friday saturday sunday mon mon. tue tue. tues tues. wed wed. thu thu. thur thur. thurs thurs. fri fri. sat sat. sun sun.
`);
