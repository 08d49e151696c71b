import type { Titles } from '../name-lore.ts';

const words = (list: string): readonly string[] => list.split(' ');

/** Titles as English news writes them, those of other languages that it leaves as they are included. Folded. */
export const personTitles: Titles = {
  male: words('mr mister sir lord baron father brother king prince senor monsieur herr shri alhaji'),
  female: words(
    'mrs ms miss mme madam madame lady dame baroness countess sister queen princess senora frau smt shrimati hajia',
  ),
  neutral: words(
    'dr doctor prof professor rev reverend fr hon rep sen gov gen lt col maj capt cpl sgt cmdr adm pvt pfc ssgt msgt vadm radm brig ' +
      'general lieutenant colonel major captain corporal sergeant commander admiral private brigadier marshal ' +
      'president senator governor congressman congresswoman representative judge justice chief attorney lawyer ' +
      'minister secretary ambassador mayor sheriff officer detective deputy inspector agent commissioner superintendent constable ' +
      'prosecutor chairman chairwoman chancellor premier spokesman spokeswoman councilman councilwoman ' +
      'pope cardinal archbishop bishop rabbi imam sheikh ayatollah emperor king queen coach vice former acting' +
      ' pastor deacon monsignor msgr mullah maulana sheik shaikh dci insp det supt',
  ),
  alsoNames: words(
    'king prince major marshal judge justice chief coach deputy dame lord bishop pope cardinal agent private former general captain officer queen rabbi baron',
  ),
  beforeGivenNames: words(
    'sister brother father mother sr br fr aunt uncle sir dame lord lady king queen prince princess emperor empress pope saint st ' +
      'rev reverend pastor deacon rabbi imam mullah maulana sheikh sheik shaikh sultan baron baroness count countess duke duchess dr coach ' +
      'don dona',
  ),
  afterBodies: words(
    'president senator governor congressman congresswoman representative judge justice chief attorney minister secretary ambassador ' +
      'mayor sheriff officer detective deputy inspector commissioner superintendent prosecutor chairman chairwoman chancellor premier ' +
      'spokesman spokeswoman councilman councilwoman commander captain sergeant lieutenant colonel admiral coach director',
  ),
  suffixes: words('md phd esq mba qc kc mp obe cbe rn usn usmc dds'),
  generations: { jr: 'jr', junior: 'jr', sr: 'sr', senior: 'sr', ii: 'ii', iii: 'iii', iv: 'iv' },
};
