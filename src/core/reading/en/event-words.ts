/** Words that make a capitalised phrase the name of an event or of a work. General English; lower case. */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Before the name: "Operation Silver Tide", "Hurricane Ada". */
export const eventPrefixes = words('operation exercise hurricane typhoon cyclone');

/** At the end of the name: "Winter War", "Meridian Games". */
export const eventHeads = words(`
  war wars revolution uprising rebellion revolt mutiny massacre genocide holocaust insurrection intifada crisis famine plague earthquake
  games olympics paralympics cup championship championships tournament marathon derby grand-prix prix
  summit conference festival fair expo exposition biennale congress-of jubilee coronation armistice ceasefire
`);

/** Before "of" and a place: "Battle of Port Meridian". */
export const eventsOf = words(
  'war wars battle siege fall massacre sack blockade bombardment congress conference occupation liberation partition',
);

/** At the end of the title of a law, treaty or report. */
export const workHeads = words(`
  report act treaty agreement accord accords protocol convention declaration charter constitution code bill review survey index handbook manual
  dictionary encyclopedia encyclopaedia bible testament gospel amendment resolution manifesto memorandum papers chronicle almanac
`);

/** What stands before a title in quotation marks: the novel “…”. */
export const workKinds = words(`
  book novel film movie album song single series play poem painting essay memoir documentary opera musical ballad symphony podcast show episode report article study pamphlet story
  biography autobiography thriller comedy drama anthology collection track paper
`);

/** Words after a country's acronym that make it a subject rather than an adjective ("the US struck"): verbs that end neither in -ed nor in a noun's way. */
export const predicateVerbs = words(`
  began took made gave went came sent held led struck shot fought became saw put cut hit kept left lost met paid ran sold sought won did does goes wants needs seeks
  remains continues considers hopes intends believes refuses supports faces knows thinks gets got makes takes gives wins loses plays played backs opposes accuses blames
  vows vowed agreed agrees launches imposes rejects rejected strikes kills
`);

/** Of words in -ed, those that describe ("US armed forces"). */
export const descriptiveParticiples = words('armed united allied detailed unmanned manned advanced limited');

/** Before "of" and a place: documents that are called after where they were signed. */
export const worksOf = words('treaty peace convention declaration charter edict concordat');
