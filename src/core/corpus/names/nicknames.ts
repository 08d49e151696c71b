/** Everyday short forms of given names, by general dictionaries of English; the first of a line stands for all. */
const NICKNAMES = `
abigail abby
albert bert
alexander alex alec sasha alexandros alexis
alfred alf fred
andrew andy drew
anthony tony anton
arthur art
barbara barb
benjamin ben benny benji
bernard bernie
bradley brad
caroline carrie
catherine katherine kathryn katharine kate katie kathy cathy kathleen kat
charles charlie chuck chas
christina christine chrissy tina
christopher chris kit
clifford cliff
cynthia cindy
daniel dan danny
david dave davy
deborah debra debbie deb
dennis denny
donald don donnie
dorothy dot dottie
douglas doug
edward ed eddie ted ned
elizabeth liz beth betty eliza lizzie libby bess
eugene gene
ezekiel zeke
francis frank
franklin frank
frederick fred freddie freddy
gabriel gabe
gerald jerry gerry gerardo
gregory greg gregg
harold harry hal
henry harry hank
herbert herb
isaac ike
jacob jake
jacqueline jackie
james jim jimmy jamie
janet jan
jeffrey jeff geoffrey geoff
jennifer jen jenny
jeremy jerry
jessica jess jessie
john johnny jack jon
jonathan jon jonny
joseph joe joey
joshua josh
judith judy
kenneth ken kenny
lawrence laurence larry
leonard leo len lenny
louis lewis lou
lucas luke
margaret maggie meg peggy marge
matthew matt
maurice mo
maximilian max
michael mike mick micky mickey
mitchell mitch
nathaniel nathan nate
nicholas nick nicky nicolas
norman norm
pamela pam
patricia pat patty trish
patrick pat paddy
peter pete
philip phillip phil
rachel rae
raymond ray
rebecca becky becca
reginald reggie reg
richard rick ricky dick rich
robert bob bobby rob robbie
roger rog
ronald ron ronnie
russell russ
samantha sam
samuel sam sammy
sandra sandy
sidney sid
stanley stan
stephen steven steve
susan sue suzanne
terence terry terrance
theodore ted teddy theo
theresa teresa terry
thomas tom tommy
timothy tim
valerie val
victor vic
victoria vicky
vincent vince vinnie
virginia ginny
walter walt wally
wilfred wilf
william bill billy will willie
zachary zach zack
`;

const groups = new Map<string, string[]>();
for (const line of NICKNAMES.trim().split('\n')) {
  const names = line.split(' ');
  const [head = ''] = names;
  for (const name of names) groups.set(name, [...(groups.get(name) ?? []), head]);
}

/** The full names that a folded given name may stand for; none when no short form of it is known. "Jon" has two. */
export const fullNamesOf = (given: string): readonly string[] => groups.get(given) ?? [];
