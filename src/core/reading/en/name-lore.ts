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
  bodies: bodyWords,
  acronymLinks: [', or ', ', known as ', ', also known as ', ', or the '],
};
