/**
 * Everyday short forms of given names, by general dictionaries of English and its neighbours. A line has the spellings
 * of a name, the first of which stands for all, then ":", then its short forms.
 */
import type { Nicknames } from '../name-lore.ts';

const NICKNAMES = `
abigail:abby
abraham:abe
alan allan allen:al
albert:bert
alexander alexandros alexis aleksandr alexandre:alex alec sasha
alfred:alf fred
amanda:mandy
andrew:andy drew
angela:angie
anthony:tony anton
arthur:art
barbara:barb
beatrice beatrix:bea trixie
benjamin:ben benny benji
bernard:bernie
bradley:brad
calvin:cal
caroline:carrie
cassandra:cass cassie
catherine katherine kathryn katharine kathleen:kate katie kathy cathy kat
charles:charlie chuck chas
christina christine:chrissy tina
christopher:chris kit
clifford:cliff
cynthia:cindy
daniel:dan danny
david:dave davy
deborah:debra debbie deb
dennis:denny
dmitry dmitri:dima
donald:don donnie
dorothy:dot dottie
douglas:doug
edward:ed eddie ted ned
eleanor:ellie nell
elizabeth:liz beth betty eliza lizzie libby bess
emily:em emmy
eugene:gene
ezekiel:zeke
ferdinand:ferdie
florence:flo
frances:fran frannie
francis:frank
francisco:paco pancho
franklin:frank
frederick:fred freddie freddy
gabriel:gabe
gerald gerardo:jerry gerry
gregory:greg gregg
gwendolyn:gwen
harold:harry hal
henry:harry hank
herbert:herb
ignacio:nacho
isaac:ike
isabella isabel:bella izzy
jacob:jake
jacqueline:jackie
james:jim jimmy jamie
janet:jan
jeffrey geoffrey:jeff geoff
jennifer:jen jenny
jeremy:jerry
jessica:jess jessie
jillian gillian:jill gill
johannes:hans
john:johnny jack jon
jonathan:jon jonny
jose:pepe
joseph:joe joey
josephine:jo josie
joshua:josh
judith:judy
kenneth:ken kenny
kimberly:kim
lawrence laurence:larry
leonard:leo len lenny
lillian:lily
louis lewis:lou
lucas:luke
madeleine madeline:maddie
manuel:manolo
margaret:maggie meg peggy marge
martin:marty
matthew:matt
maurice:mo
maximilian:max
michael:mike mick micky mickey
mikhail:misha
mitchell:mitch
natalie nathalie:nat
nathaniel:nathan nate
nicholas nicolas:nick nicky
norman:norm
oliver:ollie
pamela:pam
patricia:pat patty trish
patrick:pat paddy
penelope:penny
peter:pete
philip phillip:phil
phyllis:phyl
prudence:pru
rachel:rae
randolph randall:randy
raymond:ray
rebecca:becky becca
reginald:reggie reg
richard:rick ricky dick rich
robert:bob bobby rob robbie
roberto:beto
roger:rog
ronald:ron ronnie
rosemary:rosie
rudolph rudolf:rudy
russell:russ
samantha:sam
samuel:sam sammy
sandra:sandy
sergei sergey serhiy:seryozha
sidney:sid
solomon:sol
stanley:stan
stephen steven:steve
stuart stewart:stu
susan suzanne:sue
terence terrance:terry
theodore:ted teddy theo
theresa teresa:terry
thomas:tom tommy
timothy:tim
tobias:toby
valerie:val
victor:vic
victoria:vicky
vincent:vince vinnie
virginia:ginny
vivian vivienne:viv
vladimir:volodya vova
walter:walt wally
wilfred:wilf
william:bill billy will willie
winston:win
yevgeny evgeny yevgeniy:zhenya
zachary:zach zack
`;

export const nicknames: readonly Nicknames[] = NICKNAMES.trim()
  .split('\n')
  .map((line) => {
    const [names = '', short = ''] = line.split(':');
    return { names: names.split(' '), short: short.split(' ') };
  });
