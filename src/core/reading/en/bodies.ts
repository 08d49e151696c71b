/** Common nouns that make a body's name of a country's ("Ruritanian navy"); forces, troops and soldiers are no bodies. */
export const stateBodies: ReadonlySet<string> = new Set([
  'military',
  'army',
  'navy',
  'air force',
  'armed forces',
  'coast guard',
  'national guard',
  'marine corps',
  'parliament',
  'congress',
  'senate',
  'embassy',
  'treasury',
]);

/** Common nouns that make a body's name of its leader's ("Vane administration"). */
export const leaderBodies: ReadonlySet<string> = new Set(['administration']);

/** Services on which people post: names of organizations wherever they stand. "X" is left to `shortPlatforms`. */
export const platforms: ReadonlySet<string> = new Set([
  'Facebook',
  'Instagram',
  'Twitter',
  'TikTok',
  'YouTube',
  'WhatsApp',
  'Telegram',
  'LinkedIn',
  'Reddit',
  'Snapchat',
  'Pinterest',
  'WeChat',
  'Weibo',
  'Bluesky',
  'Mastodon',
  'Substack',
  'Tumblr',
  'VKontakte',
  'Truth Social',
  'Wikipedia',
  'Spotify',
  'Netflix',
]);

/** A single letter that is a platform's name after one of `postingPrepositions`. */
export const shortPlatforms: ReadonlySet<string> = new Set(['X']);
export const postingPrepositions: ReadonlySet<string> = new Set(['on', 'to', 'via']);

/** Before "of" and a list: what follows are places. */
export const placePlurals: ReadonlySet<string> = new Set([
  'provinces',
  'cities',
  'towns',
  'villages',
  'districts',
  'regions',
  'states',
  'counties',
  'islands',
  'countries',
  'municipalities',
  'departments',
  'cantons',
  'prefectures',
  'suburbs',
  'neighborhoods',
  'neighbourhoods',
]);

/** Before "of" and one name: what follows is a place. */
export const placeSingulars: ReadonlySet<string> = new Set([
  'province',
  'city',
  'town',
  'village',
  'district',
  'county',
  'municipality',
  'suburb',
  'canton',
  'prefecture',
  'hamlet',
]);

/** Institutions whose plain name, capitalised within a sentence, means one body. */
export const institutions: ReadonlySet<string> = new Set([
  'Congress',
  'Senate',
  'Parliament',
  'Pentagon',
  'Kremlin',
  'White House',
  'Supreme Court',
  'House of Representatives',
  'House of Commons',
  'House of Lords',
  'Bundestag',
  'Knesset',
  'Duma',
  'Reichstag',
  'United Nations',
  'Security Council',
  'General Assembly',
  'NATO',
  'Interpol',
  'Red Cross',
  'Coast Guard',
  'National Guard',
  'Marine Corps',
  'State Department',
  'Treasury Department',
  'Justice Department',
  'Defense Department',
  'Homeland Security',
  'Foreign Office',
  'Home Office',
  'Scotland Yard',
  'Vatican',
]);

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Ends of companies' names (ISO 20275 lists them by country), without their full stop. */
export const legalForms: ReadonlySet<string> = list('inc ltd llc llp plc corp gmbh ag nv bv oyj asa spa pty bhd');

/** What clubs call themselves: plurals that are seldom anybody's surname. */
export const teamHeads: ReadonlySet<string> = list(`
  harriers rovers wanderers rangers raiders buccaneers braves tigers lions eagles falcons bulldogs wolves panthers jaguars cougars wildcats
  giants titans pirates vikings warriors rockets mariners rebels cowboys broncos dolphins penguins spartans trojans huskies badgers
  strikers corinthians magpies hornets canaries
`);

/** What regiments are called: nobody's surname, and often behind what might be a first name. */
export const regimentHeads: ReadonlySet<string> = list(
  'highlanders fusiliers hussars dragoons lancers grenadiers borderers carabiniers cuirassiers musketeers rifles guardsmen',
);
