/**
 * The world's countries, some regions and larger peoples, with their adjectives and inhabitants: general knowledge, written down here.
 * One entry: names, parted by "|" (the common one first), then ":", then adjectives and nouns of origin. Plurals in -s are derived.
 */
const entries = `
Afghanistan:Afghan,Afghani;Albania:Albanian;Algeria:Algerian;Andorra:Andorran;Angola:Angolan;Antigua and Barbuda|Antigua|Barbuda:Antiguan,Barbudan
Argentina:Argentine,Argentinian,Argentinean;Armenia:Armenian;Australia:Australian,Aussie;Austria:Austrian;Azerbaijan:Azerbaijani,Azeri;Bahamas|The Bahamas:Bahamian
Bahrain:Bahraini;Bangladesh:Bangladeshi;Barbados:Barbadian,Bajan;Belarus|Byelorussia:Belarusian,Belarussian,Byelorussian;Belgium:Belgian;Belize:Belizean;Benin:Beninese
Bhutan:Bhutanese;Bolivia:Bolivian;Bosnia and Herzegovina|Bosnia|Bosnia-Herzegovina:Bosnian,Herzegovinian;Botswana:Botswanan,Motswana,Batswana;Brazil:Brazilian
Brunei:Bruneian;Bulgaria:Bulgarian;Burkina Faso|Upper Volta:Burkinabe,Burkinabé,Burkinabè;Burundi:Burundian;Cabo Verde|Cape Verde:Cape Verdean;Cambodia|Kampuchea:Cambodian,Khmer
Cameroon:Cameroonian;Canada:Canadian;Central African Republic:Central African;Chad:Chadian;Chile:Chilean;China|People's Republic of China|PRC:Chinese;Colombia:Colombian
Comoros:Comorian;Congo|Republic of the Congo|Democratic Republic of Congo|Democratic Republic of the Congo|DRC|Zaire:Congolese,Zairean,Zairian;Costa Rica:Costa Rican
Croatia:Croatian,Croat;Cuba:Cuban;Cyprus:Cypriot;Czech Republic|Czechia|Czechoslovakia:Czech,Czechoslovak,Czechoslovakian;Denmark:Danish,Dane;Djibouti:Djiboutian;Dominica
Dominican Republic:Dominican;Ecuador:Ecuadorian,Ecuadoran,Ecuadorean;Egypt:Egyptian;El Salvador:Salvadoran,Salvadorian,Salvadorean;Equatorial Guinea:Equatoguinean
Eritrea:Eritrean;Estonia:Estonian;Eswatini|Swaziland:Swazi;Ethiopia|Abyssinia:Ethiopian,Abyssinian;Fiji:Fijian;Finland:Finnish,Finn;France:French,Frenchman,Frenchmen,Frenchwoman,Frenchwomen
Gabon:Gabonese;Gambia|The Gambia:Gambian;Georgia:Georgian;Germany|West Germany|East Germany:German;Ghana:Ghanaian;Greece:Greek;Grenada:Grenadian;Guatemala:Guatemalan;Guinea:Guinean
Guinea-Bissau:Bissau-Guinean;Guyana:Guyanese;Haiti:Haitian;Honduras:Honduran;Hungary:Hungarian,Magyar;Iceland:Icelandic,Icelander;India:Indian;Indonesia:Indonesian
Iran|Persia|Islamic Republic of Iran:Iranian,Persian;Iraq:Iraqi;Ireland|Republic of Ireland:Irish,Irishman,Irishmen,Irishwoman;Israel:Israeli;Italy:Italian;Ivory Coast|Côte d'Ivoire|Cote d'Ivoire:Ivorian,Ivoirian
Jamaica:Jamaican;Japan:Japanese;Jordan:Jordanian;Kazakhstan:Kazakh,Kazakhstani;Kenya:Kenyan;Kiribati;Kosovo:Kosovar,Kosovan;Kuwait:Kuwaiti;Kyrgyzstan:Kyrgyz,Kyrgyzstani
Laos:Lao,Laotian;Latvia:Latvian;Lebanon:Lebanese;Lesotho:Basotho;Liberia:Liberian;Libya:Libyan;Liechtenstein:Liechtensteiner;Lithuania:Lithuanian;Luxembourg:Luxembourgish,Luxembourger
Madagascar:Malagasy,Madagascan;Malawi:Malawian;Malaysia|Malaya:Malaysian,Malay;Maldives:Maldivian;Mali:Malian;Malta:Maltese;Marshall Islands:Marshallese;Mauritania:Mauritanian
Mauritius:Mauritian;Mexico:Mexican;Micronesia:Micronesian;Moldova|Moldavia:Moldovan,Moldavian;Monaco:Monegasque,Monégasque;Mongolia:Mongolian,Mongol;Montenegro:Montenegrin;Morocco:Moroccan
Mozambique:Mozambican;Myanmar|Burma:Burmese,Myanma;Namibia:Namibian;Nauru:Nauruan;Nepal:Nepali,Nepalese;Netherlands|The Netherlands|Holland:Dutch,Dutchman,Dutchmen,Netherlander
New Zealand:New Zealander,Kiwi;Nicaragua:Nicaraguan;Niger:Nigerien;Nigeria:Nigerian;North Korea|DPRK:North Korean;North Macedonia|Macedonia:Macedonian,North Macedonian
Norway:Norwegian;Oman:Omani;Pakistan:Pakistani;Palau:Palauan;Palestine|Palestinian Territories:Palestinian;Panama:Panamanian;Papua New Guinea:Papua New Guinean,Papuan;Paraguay:Paraguayan
Peru:Peruvian;Philippines|The Philippines:Philippine,Filipino,Filipina;Poland:Polish,Pole;Portugal:Portuguese;Qatar:Qatari;Romania|Rumania:Romanian,Rumanian
Russia|Russian Federation|Soviet Union|USSR|U.S.S.R.:Russian,Soviet;Rwanda:Rwandan;Saint Kitts and Nevis:Kittitian;Saint Lucia|St. Lucia:Saint Lucian,St. Lucian;Saint Vincent and the Grenadines:Vincentian
Samoa:Samoan;San Marino:Sammarinese;Sao Tome and Principe|São Tomé and Príncipe:Santomean;Saudi Arabia:Saudi,Saudi Arabian;Senegal:Senegalese;Serbia|Yugoslavia:Serbian,Serb,Yugoslav,Yugoslavian
Seychelles:Seychellois;Sierra Leone:Sierra Leonean;Singapore:Singaporean;Slovakia:Slovak,Slovakian;Slovenia:Slovenian,Slovene;Solomon Islands:Solomon Islander;Somalia|Somaliland:Somali,Somalian
South Africa:South African;South Korea|Republic of Korea|Korea:South Korean,Korean;South Sudan:South Sudanese;Spain:Spanish,Spaniard;Sri Lanka|Ceylon:Sri Lankan,Ceylonese;Sudan:Sudanese
Suriname:Surinamese;Sweden:Swedish,Swede;Switzerland:Swiss;Syria:Syrian;Taiwan|Formosa:Taiwanese;Tajikistan:Tajik,Tajikistani;Tanzania|Tanganyika:Tanzanian;Thailand|Siam:Thai,Siamese
Timor-Leste|East Timor:Timorese,East Timorese;Togo:Togolese;Tonga:Tongan;Trinidad and Tobago|Trinidad|Tobago:Trinidadian,Tobagonian;Tunisia:Tunisian;Turkey|Türkiye|Turkiye:Turkish,Turk;Turkmenistan:Turkmen
Tuvalu:Tuvaluan;Uganda:Ugandan;Ukraine:Ukrainian;United Arab Emirates|UAE|U.A.E.:Emirati;United Kingdom|UK|U.K.|Britain|Great Britain:British,Briton,Brit,Englishman,Englishmen
United States|US|U.S.|USA|U.S.A.|United States of America|America:American;Uruguay:Uruguayan;Uzbekistan:Uzbek,Uzbekistani;Vanuatu:Ni-Vanuatu;Vatican|Vatican City|Holy See
Venezuela:Venezuelan,Venezolano;Vietnam|Viet Nam|North Vietnam|South Vietnam:Vietnamese,North Vietnamese,South Vietnamese;Yemen:Yemeni;Zambia|Northern Rhodesia:Zambian;Zimbabwe|Rhodesia:Zimbabwean,Rhodesian
England:English,Englishwoman,Englishwomen;Scotland:Scottish,Scot,Scotsman,Scots,Scotch;Wales:Welsh,Welshman,Welshmen;Northern Ireland:Northern Irish;Greenland:Greenlandic,Greenlander
Puerto Rico:Puerto Rican;Hong Kong:Hongkonger,Hong Konger;Macau|Macao:Macanese;Tibet:Tibetan;Kashmir:Kashmiri;Punjab:Punjabi;Bengal:Bengali;Chechnya:Chechen;Crimea:Crimean;Catalonia:Catalan
Kurdistan:Kurdish,Kurd;Abkhazia:Abkhaz,Abkhazian;South Ossetia:Ossetian,South Ossetian;Transnistria;Western Sahara:Sahrawi;Gaza|Gaza Strip:Gazan;West Bank;Bermuda:Bermudian
Corsica:Corsican;Sicily:Sicilian;Sardinia:Sardinian;Tuscany:Tuscan;Bavaria:Bavarian;Saxony:Saxon;Prussia:Prussian;Flanders:Flemish;Wallonia:Walloon;Brittany:Breton;Normandy:Norman
Cornwall:Cornish,Cornishman,Cornishmen;Galicia:Galician;Andalusia:Andalusian;Castile:Castilian;Hawaii:Hawaiian;Texas:Texan;California:Californian;Alaska:Alaskan;Virginia:Virginian
Quebec:Quebecois,Québécois,Quebecker;Siberia:Siberian;Manchuria:Manchurian,Manchu;Bohemia:Bohemian;Moravia:Moravian;Silesia:Silesian;Transylvania:Transylvanian;Dalmatia:Dalmatian
Europe:European;Africa:African;Asia:Asian,Asiatic;North America:North American;South America:South American;Central America:Central American;Latin America:Latin American;Oceania
Middle East:Middle Eastern;Far East:Far Eastern;Balkans:Balkan;Caucasus:Caucasian;Scandinavia:Scandinavian;Iberia:Iberian;Caribbean;Eastern Europe:Eastern European;Western Europe:Western European
East Africa:East African;West Africa:West African;North Africa:North African;Southern Africa:Southern African;Central Asia:Central Asian;South Asia:South Asian;East Asia:East Asian;Southeast Asia:Southeast Asian
Eurasia:Eurasian;Polynesia:Polynesian;Melanesia:Melanesian;Levant:Levantine;Maghreb:Maghrebi;Andes:Andean;Sahel:Sahelian;Arctic;Antarctica;European Union|EU|E.U.;Ottoman Empire:Ottoman;Byzantium:Byzantine
Rome:Roman;Athens:Athenian;Sparta:Spartan;Troy:Trojan;Carthage:Carthaginian;Venice:Venetian;Genoa:Genoese;Florence:Florentine;Naples:Neapolitan;Milan:Milanese;Paris:Parisian;London:Londoner
Berlin:Berliner;Vienna:Viennese;Madrid:Madrileño;New York:New Yorker;Moscow:Muscovite;Dublin:Dubliner;Glasgow:Glaswegian;Liverpool:Liverpudlian;Manchester:Mancunian;Sydney:Sydneysider
Pacific Ocean;Atlantic Ocean;Indian Ocean;Arctic Ocean;Southern Ocean;South Pacific;North Atlantic;Mediterranean Sea;Black Sea;Red Sea;Baltic Sea;North Sea;Caspian Sea;Arabian Sea;Caribbean Sea
South China Sea;East China Sea;Yellow Sea;Adriatic Sea;Aegean Sea;Persian Gulf;Gulf of Mexico;Gulf of Aden;Bay of Bengal;Western Hemisphere;Southern Hemisphere;Northern Hemisphere;Eastern Hemisphere
Arabia:Arab,Arabian;Babylon:Babylonian;Assyria:Assyrian;Phoenicia:Phoenician;Macedon;Gaul:Gallic;Thrace:Thracian;Judea:Judean;Nubia:Nubian
`;

/** Peoples without a country of their name. */
const peoples = `
Basque,Romani,Uyghur,Uighur,Rohingya,Pashtun,Hazara,Tatar,Cossack,Berber,Tuareg,Hausa,Yoruba,Igbo,Zulu,Xhosa,Hutu,Tutsi,Maasai,Inuit,Maori,Māori,Aboriginal,Sami,Celtic,Celt,Slav,Slavic,Nordic,Hispanic,Latino,Latina
Anglo-Saxon,Anglo-American,Anglo-Irish,Franco-German,Sino-American,Sino-Soviet,Afro-American,African-American,African American,Asian-American,Asian American,Native American,Mexican-American,Irish-American
Cherokee,Sioux,Apache,Navajo,Mohawk,Iroquois,Cheyenne,Comanche,Quechua,Aymara,Maya,Mayan,Aztec,Inca,Incan,Sikh,Tamil,Sinhalese,Gujarati,Sindhi,Baloch,Baluch,Druze,Yazidi,Copt,Assamese,Bihari
Euro-Atlantic,Transatlantic,Yugoslav,Hanoverian,Hessian,Habsburg,Levantine,Moorish,Teutonic,Frankish,Viking,Jewish,Jew,Israelite,Semitic,Hebrew
`;

/** Endings that make no plural in -s ("Chinese", "Danish", "French", "Swiss"; but "Czechs", "Iraqis"). */
const invariant = /(?:ese|ish|[^e]ch|sh|man|men|woman|women|[xzséè])$/u;

const separators = /[;\n]/u;

interface Origins {
  /** Names of countries and regions as written. */
  readonly places: ReadonlySet<string>;
  /** Adjectives and nouns of origin, plurals included, as written. */
  readonly demonyms: ReadonlySet<string>;
}

function readOrigins(): Origins {
  const places = new Set<string>();
  const demonyms = new Set<string>();
  const addDemonym = (word: string) => {
    demonyms.add(word);
    if (!invariant.test(word)) demonyms.add(`${word}s`);
  };
  for (const entry of entries.split(separators)) {
    const [names = '', origins = ''] = entry.split(':');
    for (const name of names.split('|')) if (name.trim() !== '') places.add(name.trim());
    for (const origin of origins.split(',')) if (origin.trim() !== '') addDemonym(origin.trim());
  }
  for (const people of peoples.split(/[,\n]/u)) if (people.trim() !== '') addDemonym(people.trim());
  return { places, demonyms };
}

export const englishOrigins: Origins = readOrigins();

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
