import type { BodyWords } from '../name-lore.ts';

const words = (list: string): readonly string[] => list.split(' ');

/** Words of organizations' and places' names that say what kind of thing is named. Folded. */
export const bodyWords: BodyWords = {
  /** Forms of companies (ISO 20275 lists them by country). */
  legalForms: words(
    'inc incorporated ltd limited llc llp lp plc corp corporation co company gmbh ag kg se sa sas sarl srl spa nv bv ab as asa oy oyj kk pty bhd pte',
  ),
  functionWords: words('of the and for in on at to a an by with de la le les du des del y und der die das fur'),
  and: 'and',
  placeKinds: words(
    'island islands sea ocean river lake province county district governorate region prefecture department canton state municipality ' +
      'peninsula mountains valley desert strait archipelago territory oblast parish township borough airport',
  ),
  namesakes: words('river lake valley airport'),
  bodyKinds: words(
    'ministry police court school army navy force forces guard foundation office department hospital university college institute embassy ' +
      'government parliament senate congress council committee commission agency bureau service authority party union association society ' +
      'church bank airlines airport stadium center centre museum club team league times post herald news press radio television tv channel ' +
      'street avenue road bridge park hotel prison jail command fleet division brigade battalion regiment squadron station district county ' +
      'city hill hills beach bay falls springs heights village town port fort mount lake river island islands national',
  ),
  invertible: words('ministry department secretariat'),
  of: 'of',
  distinguishing: words(
    'north south east west northern southern eastern western central upper lower new old greater inner outer northeast northwest southeast southwest ' +
      'former ex anti pro non deputy vice assistant interim first second third fourth fifth saint san santa',
  ),
  usualSpelling: {
    mt: 'mount',
    ft: 'fort',
    dept: 'department',
    univ: 'university',
    intl: 'international',
    natl: 'national',
    govt: 'government',
    assn: 'association',
    bros: 'brothers',
    centre: 'center',
    theatre: 'theater',
    harbour: 'harbor',
    labour: 'labor',
    defence: 'defense',
    organisation: 'organization',
    programme: 'program',
    aluminium: 'aluminum',
    grey: 'gray',
    jewellery: 'jewelry',
  },
};
