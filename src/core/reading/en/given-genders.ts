/** Given names that nearly all bearers of one sex have, in English and its neighbours; names of both are left out. Folded. */
export const womensNames: readonly string[] = `
abigail agnes aisha alexandra alice alicia amanda amelia amy ana anastasia andrea angela angelina anita anna anne annie
antonia audrey barbara beatrice beatriz brenda bridget camila camille carla carmen carol carolina caroline catherine
cecilia charlotte christina christine clara claudia cynthia daniela deborah debra diana diane donna dorothy edith elena
eleanor elisabeth elizabeth ella ellen emily emma erica esther eva evelyn fatima fiona florence frances gabriela gloria
grace greta hannah heather helen helena ida ingrid irene isabel isabella jacqueline jane janet janice jennifer jessica
joan joanna josephine joyce judith julia juliana julie karen katarina kate katharine katherine kathleen kathryn katie
khadija kristen laura lauren leila lena linda lisa louise lucia lucy lydia madeleine manuela margaret maria mariam
marianne marie marta martha martina mary matilda megan melissa michelle mildred miriam monica nadia nancy naomi natalia
natalie natasha nicole nina nora norma olga olivia pamela patricia paula pauline priscilla rachel rebecca regina renata
rita rosa rose ruth samantha sandra sara sarah sharon silvia simone sofia sonia sophia sophie stella stephanie susan
susana svetlana sylvia tatiana teresa theresa tina ursula valentina vanessa vera veronica victoria virginia vivian wendy
yolanda yvonne zainab`.split(/\s+/u);

export const mensNames: readonly string[] = `
aaron abdul abdullah abraham adam adolf adrian ahmad ahmed alan albert alejandro alexander alfred ali allen anatoly
andrew anthony antonio arthur benjamin bernard boris brandon brian bruce carlos charles christopher craig daniel david
dennis diego dmitry donald douglas edgar eduardo edward edwin emmanuel enrique eric ernest eugene felipe felix fernando
francisco frank franklin frederick gary george gerald gerard giovanni giuseppe gordon gregory guillermo gustavo hans
harold harry hassan heinrich henry herbert howard hugh hugo hussein ian ibrahim igor ivan jack jacob jacques james jason
javier jeffrey jeremy jerome jesus joachim joao joe john jonathan jorge jose joseph joshua juan julio justin karl keith
kenneth kevin klaus konstantin larry lawrence leonard leonardo lorenzo louis luigi luis manuel marc marcel marco mario
mark martin matthew maurice max maximilian michael miguel mikhail mohamed mohammad mohammed muhammad mustafa nathan
nicholas nicolas nigel nikolai norman oleg oliver omar oscar otto pablo patrick paul pedro peter philip philippe pierre
rafael ralph ramon raul raymond ricardo richard robert roberto rodrigo roger roland ronald russell salvador samuel
sebastian sergei sergey sergio simon stanley stephen stefan steven stuart terrence theodore thomas timothy todd umar
vicente victor viktor vincent vladimir walter werner wilhelm william wolfgang yusuf`.split(/\s+/u);
