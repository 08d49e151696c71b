/**
 * The world's countries, some regions and larger peoples, with their adjectives and inhabitants: general knowledge, written down here.
 * One entry: names, parted by "|" (the everyday one first), then ":", then adjectives and nouns of origin in the singular.
 * All names and origins of an entry mean the same place: what may mean another (Korea, Malay) is an entry of its own.
 */
import type { Country } from '../name-lore.ts';

/** Everyday names follow the UN's and the ISO 3166 short names; demonyms are those of general dictionaries. */
const present = `
Afghanistan:Afghan,Afghani;Albania:Albanian;Algeria:Algerian;Andorra:Andorran;Angola:Angolan;Antigua and Barbuda|Antigua|Barbuda:Antiguan,Barbudan
Argentina:Argentine,Argentinian,Argentinean;Armenia:Armenian;Australia:Australian,Aussie;Austria:Austrian;Azerbaijan:Azerbaijani,Azeri;Bahamas|The Bahamas:Bahamian
Bahrain:Bahraini;Bangladesh:Bangladeshi;Barbados:Barbadian,Bajan;Belarus|Byelorussia:Belarusian,Belarussian,Byelorussian;Belgium:Belgian;Belize:Belizean;Benin:Beninese
Bhutan:Bhutanese;Bolivia:Bolivian;Bosnia and Herzegovina|Bosnia|Bosnia-Herzegovina:Bosnian,Herzegovinian;Botswana:Botswanan,Motswana,Batswana;Brazil|Brasil:Brazilian
Brunei:Bruneian;Bulgaria:Bulgarian;Burkina Faso|Upper Volta:Burkinabe,Burkinabé,Burkinabè;Burundi:Burundian;Cambodia|Kampuchea:Cambodian;Cameroon:Cameroonian;Canada:Canadian
Cape Verde|Cabo Verde:Cape Verdean;Central African Republic:Central African;Chad:Chadian;Chile:Chilean;China|People's Republic of China|PRC:Chinese;Colombia:Colombian
Comoros:Comorian;Costa Rica:Costa Rican;Croatia:Croatian,Croat;Cuba:Cuban;Cyprus:Cypriot;Czech Republic|Czechia:Czech
Democratic Republic of the Congo|Democratic Republic of Congo|DR Congo|DRC|Zaire:Zairean,Zairian;Denmark:Danish,Dane;Djibouti:Djiboutian;Dominica;Dominican Republic:Dominican
East Timor|Timor-Leste:Timorese,East Timorese;Ecuador:Ecuadorian,Ecuadorean,Ecuadoran;Egypt:Egyptian;El Salvador:Salvadoran,Salvadorian,Salvadorean
England:English,Englishman,Englishwoman;Equatorial Guinea:Equatoguinean;Eritrea:Eritrean;Estonia:Estonian;Eswatini|Swaziland:Swazi;Ethiopia|Abyssinia:Ethiopian,Abyssinian
European Union|EU|E.U.;Fiji:Fijian;Finland:Finnish,Finn;France:French,Frenchman,Frenchwoman;Gabon:Gabonese;Gambia|The Gambia:Gambian;Georgia:Georgian;Germany:German
Ghana:Ghanaian;Greece:Greek;Greenland:Greenlander,Greenlandic;Grenada:Grenadian;Guatemala:Guatemalan;Guinea-Bissau:Bissau-Guinean;Guinea:Guinean;Guyana:Guyanese;Haiti:Haitian
Honduras:Honduran;Hong Kong:Hongkonger,Hong Konger;Hungary:Hungarian;Iceland:Icelandic,Icelander;India:Indian;Indonesia:Indonesian;Iran|Islamic Republic of Iran|Persia:Iranian
Iraq:Iraqi;Ireland|Republic of Ireland:Irish,Irishman,Irishwoman;Israel:Israeli;Italy:Italian;Ivory Coast|Cote d'Ivoire|Côte d'Ivoire:Ivorian,Ivoirian;Jamaica:Jamaican
Japan:Japanese;Jordan:Jordanian;Kazakhstan:Kazakh,Kazakhstani;Kenya:Kenyan;Kiribati;Kosovo:Kosovar,Kosovan;Kuwait:Kuwaiti;Kyrgyzstan:Kyrgyz,Kyrgyzstani;Laos:Laotian
Latvia:Latvian;Lebanon:Lebanese;Lesotho:Basotho;Liberia:Liberian;Libya:Libyan;Liechtenstein:Liechtensteiner;Lithuania:Lithuanian;Luxembourg:Luxembourger,Luxembourgish
Madagascar:Malagasy,Madagascan;Malawi:Malawian;Malaysia:Malaysian;Maldives:Maldivian;Mali:Malian;Malta:Maltese;Marshall Islands:Marshallese;Mauritania:Mauritanian
Mauritius:Mauritian;Mexico:Mexican;Micronesia:Micronesian;Moldova:Moldovan,Moldavian;Monaco:Monegasque,Monégasque;Mongolia:Mongolian;Montenegro:Montenegrin;Morocco:Moroccan
Mozambique:Mozambican;Myanmar|Burma:Burmese;Namibia:Namibian;Nauru:Nauruan;Nepal:Nepali,Nepalese;Netherlands|The Netherlands|Holland:Dutch,Dutchman,Dutchwoman,Netherlander
New Zealand:New Zealander;Nicaragua:Nicaraguan;Niger:Nigerien;Nigeria:Nigerian;North Korea|DPRK:North Korean;North Macedonia|Macedonia:Macedonian,North Macedonian
Norway:Norwegian;Oman:Omani;Pakistan:Pakistani;Palau:Palauan;Palestine|Palestinian Territories:Palestinian;Panama:Panamanian;Papua New Guinea:Papua New Guinean
Paraguay:Paraguayan;Peru:Peruvian;Philippines|The Philippines:Filipino,Filipina,Philippine;Poland:Polish,Pole;Portugal:Portuguese;Puerto Rico:Puerto Rican;Qatar:Qatari
Republic of the Congo|Congo-Brazzaville;Romania|Rumania:Romanian,Rumanian;Russia|Russian Federation:Russian;Rwanda:Rwandan;Saint Kitts and Nevis:Kittitian
Saint Lucia|St. Lucia:Saint Lucian,St. Lucian;Saint Vincent and the Grenadines:Vincentian;Samoa:Samoan;San Marino:Sammarinese
Sao Tome and Principe|São Tomé and Príncipe:Santomean;Saudi Arabia:Saudi,Saudi Arabian;Scotland:Scottish,Scot,Scotsman,Scots;Senegal:Senegalese;Serbia:Serbian,Serb
Seychelles:Seychellois;Sierra Leone:Sierra Leonean;Singapore:Singaporean;Slovakia:Slovak,Slovakian;Slovenia:Slovenian,Slovene;Solomon Islands:Solomon Islander
Somalia:Somali,Somalian;South Africa:South African;South Korea|Republic of Korea|ROK:South Korean;South Sudan:South Sudanese;Spain:Spanish,Spaniard
Sri Lanka|Ceylon:Sri Lankan,Ceylonese;Sudan:Sudanese;Suriname|Surinam:Surinamese;Sweden:Swedish,Swede;Switzerland:Swiss;Syria:Syrian;Taiwan:Taiwanese
Tajikistan:Tajik,Tajikistani;Tanzania:Tanzanian;Thailand|Siam:Thai,Siamese;Togo:Togolese;Tonga:Tongan;Trinidad and Tobago|Trinidad:Trinidadian,Tobagonian;Tunisia:Tunisian
Turkey|Türkiye|Turkiye:Turkish,Turk;Turkmenistan:Turkmen;Tuvalu:Tuvaluan;Uganda:Ugandan;Ukraine:Ukrainian;United Arab Emirates|UAE|U.A.E.|Emirates:Emirati
United Kingdom|UK|U.K.|Britain|Great Britain:British,Briton,Brit;United States|US|U.S.|USA|U.S.A.|United States of America|America:American;Uruguay:Uruguayan
Uzbekistan:Uzbek,Uzbekistani;Vanuatu:Ni-Vanuatu;Vatican City|Vatican|Holy See;Venezuela:Venezuelan,Venezolano;Vietnam|Viet Nam:Vietnamese;Wales:Welsh,Welshman,Welshwoman
Yemen:Yemeni;Zambia:Zambian;Zimbabwe:Zimbabwean
`;

/** States that are no more. Each is its own, and none is its successor: who was Soviet need not be Russian. */
const former = `
Soviet Union|USSR|U.S.S.R.:Soviet;Yugoslavia:Yugoslav,Yugoslavian;Czechoslovakia:Czechoslovak,Czechoslovakian;East Germany:East German;West Germany:West German
North Vietnam:North Vietnamese;South Vietnam:South Vietnamese;Rhodesia:Rhodesian;Northern Rhodesia;Tanganyika;Malaya;Ottoman Empire:Ottoman;Prussia:Prussian
`;

const regions = `
Congo:Congolese;Korea:Korean;Somaliland;Formosa;Tobago;Moldavia;Northern Ireland:Northern Irish;Macau|Macao:Macanese;Tibet:Tibetan;Kashmir:Kashmiri;Punjab:Punjabi
Bengal:Bengali;Chechnya:Chechen;Crimea:Crimean;Catalonia:Catalan;Kurdistan:Kurdish,Kurd;Abkhazia:Abkhaz,Abkhazian;South Ossetia:Ossetian,South Ossetian;Transnistria
Western Sahara:Sahrawi;Gaza|Gaza Strip:Gazan;West Bank;Bermuda:Bermudian;Corsica:Corsican;Sicily:Sicilian;Sardinia:Sardinian;Tuscany:Tuscan;Bavaria:Bavarian;Saxony:Saxon
Flanders:Flemish;Wallonia:Walloon;Brittany:Breton;Normandy:Norman;Cornwall:Cornish,Cornishman;Galicia:Galician;Andalusia:Andalusian;Castile:Castilian
Hawaii:Hawaiian;Texas:Texan;California:Californian;Alaska:Alaskan;Virginia:Virginian;Quebec:Quebecois,Québécois,Quebecker;Siberia:Siberian;Manchuria:Manchurian,Manchu
Bohemia:Bohemian;Moravia:Moravian;Silesia:Silesian;Transylvania:Transylvanian;Dalmatia:Dalmatian;Europe:European;Africa:African;Asia:Asian,Asiatic;North America:North American
South America:South American;Central America:Central American;Latin America:Latin American;Oceania;Middle East:Middle Eastern;Far East:Far Eastern;Balkans:Balkan
Caucasus:Caucasian;Scandinavia:Scandinavian;Iberia:Iberian;Caribbean;Eastern Europe:Eastern European;Western Europe:Western European;East Africa:East African
West Africa:West African;North Africa:North African;Southern Africa:Southern African;Central Asia:Central Asian;South Asia:South Asian;East Asia:East Asian
Southeast Asia:Southeast Asian;Eurasia:Eurasian;Polynesia:Polynesian;Melanesia:Melanesian;Levant:Levantine;Maghreb:Maghrebi;Andes:Andean;Sahel:Sahelian;Arctic;Antarctica
Byzantium:Byzantine;Rome:Roman;Athens:Athenian;Sparta:Spartan;Troy:Trojan;Carthage:Carthaginian;Venice:Venetian;Genoa:Genoese;Florence:Florentine;Naples:Neapolitan
Milan:Milanese;Paris:Parisian;London:Londoner;Berlin:Berliner;Vienna:Viennese;Madrid:Madrileño;New York:New Yorker;Moscow:Muscovite;Dublin:Dubliner;Glasgow:Glaswegian
Liverpool:Liverpudlian;Manchester:Mancunian;Sydney:Sydneysider;Pacific Ocean;Atlantic Ocean;Indian Ocean;Arctic Ocean;Southern Ocean;South Pacific;North Atlantic
Mediterranean Sea;Black Sea;Red Sea;Baltic Sea;North Sea;Caspian Sea;Arabian Sea;Caribbean Sea;South China Sea;East China Sea;Yellow Sea;Adriatic Sea;Aegean Sea;Persian Gulf
Gulf of Mexico;Gulf of Aden;Bay of Bengal;Western Hemisphere;Southern Hemisphere;Northern Hemisphere;Eastern Hemisphere;Arabia:Arab,Arabian;Babylon:Babylonian;Assyria:Assyrian
Phoenicia:Phoenician;Macedon;Gaul:Gallic;Thrace:Thracian;Judea:Judean;Nubia:Nubian
`;

/** Peoples without a country of their name, or in several. */
const peoples = `
Khmer,Magyar,Persian,Lao,Malay,Mongol,Myanma,Kiwi,Papuan,Scotch
Basque,Romani,Uyghur,Uighur,Rohingya,Pashtun,Hazara,Tatar,Cossack,Berber,Tuareg,Hausa,Yoruba,Igbo,Zulu,Xhosa,Hutu,Tutsi,Maasai,Inuit,Maori,Māori,Aboriginal,Sami,Celtic,Celt,Slav,Slavic,Nordic,Hispanic,Latino,Latina
Anglo-Saxon,Anglo-American,Anglo-Irish,Franco-German,Sino-American,Sino-Soviet,Afro-American,African-American,African American,Asian-American,Asian American,Native American,Mexican-American,Irish-American
Cherokee,Sioux,Apache,Navajo,Mohawk,Iroquois,Cheyenne,Comanche,Quechua,Aymara,Maya,Mayan,Aztec,Inca,Incan,Sikh,Tamil,Sinhalese,Gujarati,Sindhi,Baloch,Baluch,Druze,Yazidi,Copt,Assamese,Bihari
Euro-Atlantic,Transatlantic,Yugoslav,Hanoverian,Hessian,Habsburg,Levantine,Moorish,Teutonic,Frankish,Viking,Jewish,Jew,Israelite,Semitic,Hebrew
`;

/** Endings that make no plural in -s ("Chinese", "Danish", "French", "Swiss"; but "Czechs", "Iraqis"). */
const invariant = /(?:ese|ish|[^e]ch|sh|[xzséè])$/u;
/** "Frenchman", "Scotswoman"; but "German". */
const manly = /(?<=[cs]h|s|wo)man$/u;

const plurals = (demonym: string): string[] =>
  manly.test(demonym) ? [demonym.replace(manly, 'men')] : invariant.test(demonym) ? [] : [`${demonym}s`];

const withPlurals = (demonyms: readonly string[]): string[] => demonyms.flatMap((one) => [one, ...plurals(one)]);

const listed = (list: string | undefined, separator: RegExp): string[] =>
  (list ?? '')
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');

const read = (entries: string): Country[] =>
  listed(entries, /[;\n]/u).map((entry) => {
    const [names, origins] = entry.split(':');
    const [name = '', ...aliases] = listed(names, /\|/u);
    return { name, aliases, demonyms: withPlurals(listed(origins, /,/u)) };
  });

export const countries: readonly Country[] = [...read(present), ...read(former)];

const all = [...countries, ...read(regions)];

interface Origins {
  /** Names of countries and regions as written. */
  readonly places: ReadonlySet<string>;
  /** Adjectives and nouns of origin, plurals included, as written. */
  readonly demonyms: ReadonlySet<string>;
}

export const englishOrigins: Origins = {
  places: new Set(all.flatMap(({ name, aliases }) => [name, ...aliases])),
  demonyms: new Set([...all.flatMap(({ demonyms }) => demonyms), ...withPlurals(listed(peoples, /[,\n]/u))]),
};

/** Short forms of countries that stand as an adjective before a noun ("US troops", "U.K. ministers"). */
export const adjectivalAcronyms: ReadonlySet<string> = new Set([
  'US',
  'U.S.',
  'U.S',
  'UK',
  'U.K.',
  'U.K',
  'EU',
  'E.U.',
  'UAE',
  'U.A.E.',
  'USA',
  'U.S.A.',
  'PRC',
  'DPRK',
]);
