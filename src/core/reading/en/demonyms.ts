/**
 * Countries as English writes them: name, further names and abbreviations, words for what or who comes from there.
 * One line a country, fields parted by "|", words in a field by ",". Names follow the UN's and the ISO 3166 short
 * names in everyday spelling; demonyms are those of general dictionaries.
 */
const COUNTRIES = `
Afghanistan||Afghan
Albania||Albanian
Algeria||Algerian
Andorra||Andorran
Angola||Angolan
Antigua and Barbuda|Antigua|Antiguan
Argentina||Argentine,Argentinian,Argentinean
Armenia||Armenian
Australia||Australian,Aussie
Austria||Austrian
Azerbaijan||Azerbaijani,Azeri
Bahamas|The Bahamas|Bahamian
Bahrain||Bahraini
Bangladesh||Bangladeshi
Barbados||Barbadian,Bajan
Belarus|Byelorussia|Belarusian,Belarussian
Belgium||Belgian
Belize||Belizean
Benin||Beninese
Bhutan||Bhutanese
Bolivia||Bolivian
Bosnia and Herzegovina|Bosnia,Bosnia-Herzegovina|Bosnian
Botswana||Botswanan
Brazil|Brasil|Brazilian
Brunei||Bruneian
Bulgaria||Bulgarian
Burkina Faso||Burkinabe
Burundi||Burundian
Cambodia||Cambodian
Cameroon||Cameroonian
Canada||Canadian
Cape Verde|Cabo Verde|Cape Verdean
Central African Republic||Central African
Chad||Chadian
Chile||Chilean
China|People's Republic of China,PRC|Chinese
Colombia||Colombian
Comoros||Comorian
Costa Rica||Costa Rican
Croatia||Croatian,Croat
Cuba||Cuban
Cyprus||Cypriot
Czech Republic|Czechia|Czech
Democratic Republic of the Congo|Democratic Republic of Congo,DR Congo,DRC|
Denmark||Danish,Dane
Djibouti||Djiboutian
Dominica||
Dominican Republic||Dominican
East Timor|Timor-Leste|Timorese,East Timorese
Ecuador||Ecuadorian,Ecuadorean,Ecuadoran
Egypt||Egyptian
El Salvador||Salvadoran,Salvadorian,Salvadorean
Equatorial Guinea||Equatoguinean
Eritrea||Eritrean
Estonia||Estonian
Eswatini|Swaziland|Swazi
Ethiopia||Ethiopian
Fiji||Fijian
Finland||Finnish,Finn
France||French,Frenchman,Frenchwoman
Gabon||Gabonese
Gambia|The Gambia|Gambian
Georgia||Georgian
Germany||German
Ghana||Ghanaian
Greece||Greek
Greenland||Greenlander,Greenlandic
Grenada||Grenadian
Guatemala||Guatemalan
Guinea||Guinean
Guinea-Bissau||
Guyana||Guyanese
Haiti||Haitian
Honduras||Honduran
Hong Kong||Hongkonger
Hungary||Hungarian
Iceland||Icelandic,Icelander
India||Indian
Indonesia||Indonesian
Iran|Islamic Republic of Iran|Iranian
Iraq||Iraqi
Ireland|Republic of Ireland|Irish,Irishman,Irishwoman
Israel||Israeli
Italy||Italian
Ivory Coast|Cote d'Ivoire|Ivorian
Jamaica||Jamaican
Japan||Japanese
Jordan||Jordanian
Kazakhstan||Kazakh,Kazakhstani
Kenya||Kenyan
Kiribati||
Kosovo||Kosovar,Kosovan
Kuwait||Kuwaiti
Kyrgyzstan||Kyrgyz
Laos||Laotian
Latvia||Latvian
Lebanon||Lebanese
Lesotho||Basotho
Liberia||Liberian
Libya||Libyan
Liechtenstein||Liechtensteiner
Lithuania||Lithuanian
Luxembourg||Luxembourger,Luxembourgish
Madagascar||Malagasy
Malawi||Malawian
Malaysia||Malaysian
Maldives||Maldivian
Mali||Malian
Malta||Maltese
Marshall Islands||Marshallese
Mauritania||Mauritanian
Mauritius||Mauritian
Mexico||Mexican
Micronesia||Micronesian
Moldova||Moldovan
Monaco||Monegasque
Mongolia||Mongolian
Montenegro||Montenegrin
Morocco||Moroccan
Mozambique||Mozambican
Myanmar|Burma|Burmese
Namibia||Namibian
Nauru||Nauruan
Nepal||Nepali,Nepalese
Netherlands|The Netherlands,Holland|Dutch,Dutchman,Dutchwoman
New Zealand||New Zealander
Nicaragua||Nicaraguan
Niger||Nigerien
Nigeria||Nigerian
North Korea|DPRK|North Korean
North Macedonia|Macedonia|Macedonian,North Macedonian
Norway||Norwegian
Oman||Omani
Pakistan||Pakistani
Palau||Palauan
Palestine||Palestinian
Panama||Panamanian
Papua New Guinea||Papua New Guinean
Paraguay||Paraguayan
Peru||Peruvian
Philippines|The Philippines|Filipino,Filipina,Philippine
Poland||Polish,Pole
Portugal||Portuguese
Puerto Rico||Puerto Rican
Qatar||Qatari
Republic of the Congo|Congo-Brazzaville|
Romania||Romanian
Russia|Russian Federation|Russian
Rwanda||Rwandan
Saint Lucia|St. Lucia|Saint Lucian,St. Lucian
Samoa||Samoan
San Marino||Sammarinese
Saudi Arabia||Saudi,Saudi Arabian
Senegal||Senegalese
Serbia||Serbian,Serb
Seychelles||Seychellois
Sierra Leone||Sierra Leonean
Singapore||Singaporean
Slovakia||Slovak,Slovakian
Slovenia||Slovenian,Slovene
Solomon Islands||
Somalia||Somali,Somalian
South Africa||South African
South Korea|Republic of Korea,ROK|South Korean
South Sudan||South Sudanese
Soviet Union|USSR|Soviet
Spain||Spanish,Spaniard
Sri Lanka||Sri Lankan
Sudan||Sudanese
Suriname|Surinam|Surinamese
Sweden||Swedish,Swede
Switzerland||Swiss
Syria||Syrian
Taiwan||Taiwanese
Tajikistan||Tajik
Tanzania||Tanzanian
Thailand||Thai
Togo||Togolese
Tonga||Tongan
Trinidad and Tobago|Trinidad|Trinidadian
Tunisia||Tunisian
Turkey|Türkiye|Turkish,Turk
Turkmenistan||Turkmen
Tuvalu||Tuvaluan
Uganda||Ugandan
Ukraine||Ukrainian
United Arab Emirates|UAE,U.A.E.,Emirates|Emirati
United Kingdom|UK,U.K.,Britain,Great Britain|British,Briton
United States|US,U.S.,USA,U.S.A.,United States of America,America|American
Uruguay||Uruguayan
Uzbekistan||Uzbek
Vanuatu||
Vatican City|Vatican,Holy See|
Venezuela||Venezuelan
Vietnam|Viet Nam|Vietnamese
Yemen||Yemeni
Yugoslavia||Yugoslav,Yugoslavian
Zambia||Zambian
Zimbabwe||Zimbabwean
England||English,Englishman,Englishwoman
Scotland||Scottish,Scot
Wales||Welsh,Welshman,Welshwoman
European Union|EU,E.U.|
`;

export interface Country {
  /** Everyday English name, without article. */
  readonly name: string;
  /** Other names and abbreviations, as written. */
  readonly aliases: readonly string[];
  /** Adjectives and nouns of origin, in the singular; plurals are regular ("Chileans") or equal ("Swiss"). */
  readonly demonyms: readonly string[];
}

const words = (field: string | undefined): string[] => (field === undefined || field === '' ? [] : field.split(','));

export const countries: readonly Country[] = COUNTRIES.trim()
  .split('\n')
  .map((line) => {
    const [name = '', aliases, demonyms] = line.split('|');
    return { name, aliases: words(aliases), demonyms: words(demonyms) };
  });
