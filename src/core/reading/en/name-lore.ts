import type { NameLore } from '../name-lore.ts';
import { bodyWords } from './body-words.ts';
import { countries } from './countries.ts';
import { isFirstName } from './first-names.ts';
import { mensNames, womensNames } from './given-genders.ts';
import { nicknames } from './nicknames.ts';
import { personTitles } from './person-titles.ts';

export const englishLore: NameLore = {
  countries,
  nicknames,
  womensNames,
  mensNames,
  isFirstName,
  titles: personTitles,
  exclusiveOffices: [
    'president',
    'mayor',
    'governor',
    'prime minister',
    'premier',
    'chancellor',
    'chief executive',
    'ceo',
    'commander',
    'king',
    'queen',
    'emperor',
    'archbishop',
    'bishop',
    'sheriff',
  ],
  kin: {
    words:
      'father mother son daughter brother sister husband wife widow widower spouse uncle aunt cousin nephew niece grandfather grandmother grandson granddaughter stepfather stepmother stepson stepdaughter stepbrother stepsister half-brother half-sister twin fiancé fiancée father-in-law mother-in-law son-in-law daughter-in-law brother-in-law sister-in-law'.split(
        ' ',
      ),
    possessives: ['his', 'her', 'their', 'my', 'our', 'your'],
    articles: ['the'],
  },
  bodies: bodyWords,
  acronymLinks: [', or ', ', known as ', ', also known as ', ', or the '],
};
