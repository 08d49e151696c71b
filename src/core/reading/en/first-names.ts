/**
 * First names that tell a gender wherever English news is written, of several languages; names borne by both are left out.
 * Common knowledge, written down for this project.
 */
import type { GenderGuess } from '../quotations/lexicon.ts';

const MALE = `
james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven steve paul andrew joshua kenneth kevin brian george edward ed ronald timothy tim jason jeffrey jeff ryan
jacob gary nicholas nick eric jonathan stephen larry justin scott brandon benjamin ben samuel sam gregory greg frank raymond alexander patrick jack dennis jerry tyler aaron jose henry adam douglas doug nathan peter zachary kyle walter
harold jeremy ethan carl keith roger gerald christian terry sean arthur austin noah lawrence jesse joe bryan billy bruce albert willie gabriel alan juan wayne ralph roy eugene randy vincent russell louis philip phillip bobby johnny bradley
tom bill jim mike bob dan chris tony rick matt rob ted fred phil don ron ken ray chuck bernie barack mitt newt marco rand lindsey mitch harry nigel boris tony gordon rishi keir winston neville clement harold ramsay jeremy alistair angus
hugh ian graham simon stuart malcolm duncan colin trevor clive derek geoffrey rupert oliver oscar leo liam luke max theo owen rhys gareth callum ewan connor patrick seamus brendan declan cormac eamon niall
luis carlos jorge miguel pedro pablo javier fernando alejandro diego andres andrés sergio ricardo rafael rafael roberto francisco manuel antonio josé jesús hugo raúl raul alvaro álvaro enrique eduardo gustavo guillermo ernesto felipe gonzalo
hernán hernan ignacio joaquín joaquin julio lorenzo marcelo mario martín martin mateo mauricio nicolás nicolas óscar rodrigo santiago tomás vicente iván ivan césar cesar daniel emilio esteban fidel augusto evo lenin
jean pierre jacques françois francois emmanuel nicolas philippe michel alain bernard gérard henri laurent marc olivier pascal rené thierry xavier yves antoine guillaume julien mathieu sébastien vincent
hans wolfgang klaus jürgen dieter helmut gerhard günter heinz horst karl kurt ludwig manfred otto peter rainer stefan thomas uwe werner wilhelm friedrich fritz olaf markus matthias sebastian tobias
giovanni giuseppe antonio francesco luca marco matteo paolo pietro roberto silvio stefano giorgio enrico alessandro mario sergio
vladimir dmitry dmitri sergei sergey alexei aleksei mikhail nikolai boris yuri igor oleg viktor anatoly yevgeny konstantin pavel andrei andrey maxim roman volodymyr oleksandr petro
mohammed muhammad mohamed mohammad ahmed ahmad ali hassan hussein hussain omar umar ibrahim khalid mahmoud mustafa yusuf youssef abdullah abdul abdel abdulrahman bashar hamid hamza ismail jamal karim khaled nasser osama rashid saeed salah salman sami tariq yasser ziad recep
benjamin ariel avi david ehud moshe naftali shimon yair yitzhak
narendra rahul amit arvind rajiv sanjay manmohan anil sunil vijay rajesh suresh ramesh imran nawaz asif bilal shahid pervez
kim-jong jinping xiaoping zedong shinzo fumio junichiro taro hiroshi kenji takashi
kwame kofi thabo jacob cyril nelson desmond robert emmerson uhuru william raila yoweri paul sani goodluck olusegun muhammadu bola chinua wole
lars sven erik olof göran jens anders henrik mikael jan piet pieter willem geert mark wim joris donald lech jarosław andrzej viktor aleksander janez milos václav
elon jeff warren steve tim sundar satya mark larry sergey
pete marty jd mikhail sebastian brett clarence neil elijah isaac ezra levi abraham moses aaron caleb joel micah amos cornelius silas tobias
`;
const FEMALE = `
mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela
shirley anna brenda pamela emma nicole helen samantha katherine catherine christine debra rachel carolyn janet maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl
hannah jacqueline martha gloria teresa ann anne sara madison frances kathryn janice jean abigail alice judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla alexis lori
hillary ivanka melania kellyanne nikki sonia elena ketanji kamala nancy kirsten elise liz jill jen karine dianne condoleezza madeleine tulsi gretchen stacey kristi pam susie tammy debbie loretta huma
angela ursula annalena ursula christine theresa nicola liz priti penny angela yvette rachel bridget caroline fiona gillian harriet jane joanna kate kathy lucy lynn sally sheila tracy zoe claire clare emma eleanor edith florence ada agnes
carmen isabel ana lucia lucía sofia sofía gabriela daniela mariana valentina camila alejandra adriana beatriz carolina catalina cristina dolores elena esperanza eva fernanda francisca guadalupe inés irene josefina juana julia leticia luisa
mercedes mónica monica natalia paula pilar raquel rocío rosa silvia susana veronica verónica ximena yolanda michelle dilma delcy claudia
marie-claude brigitte ségolène marine céline sandrine sylvie isabelle nathalie valérie véronique élisabeth anne-marie camille chloé manon
giorgia giulia chiara francesca paola elisabetta federica ilaria
svetlana olga natalya natalia tatiana ekaterina yelena irina ludmila anastasia daria maria oksana yulia olena
fatima aisha khadija zainab maryam mariam layla leila nour noor amina hala huda rania salma samira yasmin zahra malala benazir hanan
golda tzipi indira sushma mamata smriti sonia priyanka nirmala jacinda penny julia gillian tsai sanna mette jóhanna erna magdalena aung ellen joyce winnie graça wangari ngozi chimamanda
greta oprah beyoncé rihanna simone serena venus steffi martina
`;

const genders = new Map<string, GenderGuess | null>();
for (const [gender, names] of [
  ['male', MALE],
  ['female', FEMALE],
] as const)
  for (const name of names.trim().split(/\s+/))
    genders.set(name, genders.has(name) && genders.get(name) !== gender ? null : gender);

/** `name` in lower case; null where it tells no gender or is not known. */
export const genderOfFirstName = (name: string): GenderGuess | null => genders.get(name) ?? null;

/** Whether `name`, in lower case, is a listed first name, of whatever gender. */
export const isFirstName = (name: string): boolean => genders.has(name);
