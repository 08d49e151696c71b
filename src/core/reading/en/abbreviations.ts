import type { StopRules } from '../../text/sentences.ts';

const words = (list: string): string[] => list.trim().split(/\s+/);

/** Ranks, titles and the like: a name or a number follows, so their stop never ends a sentence. */
const binding = words(`
  mr. mrs. ms. mx. dr. prof. rev. revd. fr. sr. sra. srta. msgr. hon. rt. st. ste. mt. ft. pt. messrs. mme. mlle. m. pres. gov. govs. sen. sens. rep.
  reps. amb. sec. atty. asst. assoc. supt. insp. det. ofc. supt. gen. lt. maj. col. capt. cpt. cmdr. cdr. comdr. adm. sgt. cpl. pfc. pvt. spc. ens. brig.
  lieut. sub-lt. cmdt. comm. dep. no. nos. vol. vols. fig. figs. pp. p. ed. eds. art. vs. v. cf. viz. c. ca. approx. e.g. i.e. op. sect. ch. eq. al-.
  dir. hr. ald. cllr. fld. wg. sqn. gp. prin. chmn. genl. regt.
  wm. jas. geo. chas. thos. jno. saml. benj. robt. edw. danl. alexr.
`);

/** Their stop may end a sentence as well. */
const free = words(`
  inc. ltd. co. corp. llc. plc. bros. cos. l.l.c. etc. al. jr. jnr. snr. esq. ph.d. b.a. m.a. m.d. d.d.s. b.c. a.d. b.c.e. c.e. a.m. p.m. am. pm.
  jany. feby. augt. septr. octr. novr. decr.
  jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. mon. tue. tues. wed. thu. thur. thurs. fri.
  ave. blvd. rd. ln. hwy. sq. bldg. apt. dept. univ. assn. acad. inst. instt. ult. ulto. prox. proxo. min. hrs. mins. secs. lb. lbs. oz. ft. in. yd. km. kg. mph. est. dist.
  u.s. u.k. u.n. u.s.a. e.u. d.c. u.a.e. u.s.s.r. n.y. l.a. n.c. s.c. n.j. r.i. n.h. n.m. b.b.c.
  ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. ky. la. md. mich. minn. miss. mo. mont. neb. nev. okla. ore. pa. tenn. tex. vt. va. wash. wis. wyo.
  ont. que. alta. n.s. n.b.
`).filter(
  (word) =>
    word !== 'in.' &&
    word !== 'am.' &&
    word !== 'pm.' &&
    word !== 'miss.' &&
    word !== 'ill.' &&
    word !== 'la.' &&
    word !== 'ind.' &&
    word !== 'min.' &&
    word !== 'del.' &&
    word !== 'mo.' &&
    word !== 'ore.' &&
    word !== 'pa.' &&
    word !== 'wash.',
);

const starters = words(`
  the a an this that these those there here he she it they we i you his her its their our my in on at by for from with after before during since until
  when while where if although though as because but and or so yet however meanwhile earlier later now then today yesterday tomorrow what who why how
  some many most several all both each no not only other others another more such one two three four five according despite among under over between
  against to of about also even still just once officials police authorities
`);

export const englishStops: StopRules = {
  abbreviations: new Set([...binding, ...free]),
  binding: new Set(binding),
  starters: new Set(starters),
};
