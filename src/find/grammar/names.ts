/** First names by the pronoun, "he" or "she", that they go with; those that go with both are apart. */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const MALE_NAMES =
  words(`aaron abdul abdullah abraham adam adolf ahmad ahmed al alan albert alberto alejandro alex
alexander alexandre alexei alfonso alfred ali allan allen alonso alvaro amir amit anatoly anderson andré andre andreas
andrei andrew andy angelo antoine anthony antonin antonio anton arkady armen arnold arsen artem arthur arturo ashot
asif austin barack barney barry bashar ben benedict benjamin bernard bernardo bernie bill billy bob bobby boris boyd
brad bradley brandon brendan brent bret brett brian bruce bruno bryan byron caleb calvin carl carlos cedric chad
charles charlie chip chris christian christopher chuck clarence claude clay clayton cliff clifford clint clive cody
colin conor corey cornel cory craig curt curtis dale damian damien damon dan daniel danny darrell darren dave david
davit dean dennis denis derek devin dick diego dietrich dimitri dinesh dmitri dmitry dominic don donald doug douglas drew duane
dustin dwight dylan earl ed eddie edgar edmund eduard eduardo edward edwin eli elias elijah elliott emanuel emil
emmanuel enrique eric erik ernest ernesto ethan eugene evan ezra federico felix ferdinand fernando fidel floyd francesco
francis francisco franck francois françois frank franklin franz fred frederick fritz gabriel gary gavin gene geoff geoffrey
georg george gerald gerard gerhard gilbert giovanni giuseppe glen glenn gordon graham grant greg gregg gregory guillermo guy gus
gustavo hank hans harold harry harvey hassan hector heinrich henri henry herbert herman herschel homer horacio howard hubert hugh hugo
humphrey hunter ian ibrahim igor ilham ilya imran irving isaac ismail ivan jack jackson jacob jacques jaime jake jamal james
jared jason javier jay jean-claude jean-marie jeb jeff jefferson jeffrey jeremy jerome jerry jesse jesus jim jimmy joachim joaquin joe joel johan
johannes john johnny jon jonathan jorge jose josé josef joseph josh joshua juan juha julian julio julius justin kamal karim karl keith
ken kenneth kevin khalid khizr kirk kofi konstantin kurt kyle lance larry lars laurent lawrence lee len leo leon leonard leonid leroy levon
lewis lindsey lionel lloyd lou louis luca lucas luis luiz luke mahmoud malcolm manuel marc marcel marco marcus mario mark
marlin marshall martin marty marvin matt matteo matthew maurice mauricio max maxim mel melvin mehmet michael michel miguel mikayel mike
mikhail miles milo milton mitch mitt mohamed mohammad mohammed morris muhammad murray mustafa nate nathan nathaniel neal ned neil
nelson newt nicholas nick nicolas nigel nikita nikol nikolai noah noam norm norman oleg oliver olivier omar orlando orrin oscar otto
owen pablo paolo pascal patrick paul pavel pedro per pete peter petr phil philip philippe phillip pierre pieter piotr rafael
rahm rajiv ralph ramon rand randall randy raul ray raymond recep reggie reince rené rex reza ricardo richard rick ricky
rob robby robert roberto rod roderick rodney rodrigo roger roland roman ron ronald ross roy rudolph rudy rupert russ russell ruben
ryan said sal salman salvador sam samuel saul scott sean sebastian serge sergei sergey sergio seth shane shaun shawn
shimon shinzo sidney silvio simon slobodan solomon spencer stan stanislav stanley stefan stephan stephen sterling steve steven
stewart stuart sylvester ted teddy terence terrence thad theo theodore thomas tigran tim timothy tobias todd tom tommy tony travis
trent trevor trey tucker ty tyler ulrich vaclav vadim vahan valentin vasily vernon viacheslav vic victor viktor vince vincent
vito vitaly vlad vladimir volodymyr wade wallace walt walter warren wayne wes wesley wilhelm will william willie winston wolf woodrow
xavier yair yasser yegor yitzhak youssef yuri yury yves zach zachary zack zbigniew zoran`);

export const FEMALE_NAMES =
  words(`abby abigail ada adele adriana agnes aida alana alejandra alexandra alexis alice alicia
alina alison allison alma alyssa amanda amber amelia amy ana anastasia andrea angela angelina anita ann anna anne annette annie
antonia april ariana arlene asha ashley astrid audrey ava barbara beatrice beatriz becky belinda bernadette bernice beth betsy
betty beverly bianca bonnie brenda brianna bridget brigitte brooke camila camille candace cara carla carly carmen carol carole caroline
carolyn carrie cassandra catherine cathy cecilia celia celine charlene charlotte chelsea cheryl chloe christa christiane christina
christine cindy claire clara claudia colleen connie constance corinne cristina crystal cynthia daisy daniela danielle daphne
dawn debbie deborah debra deirdre delia delores denise diana diane dianne dina dolores donna dora doris dorothy
edith eileen elaine eleanor elena elise elisabeth eliza elizabeth ella ellen elsa emilia emily emma erica erika erin esther
ethel eunice eva eve evelyn faith fatima felicia fiona flora florence frances frida gabriela gabriella gabrielle
gail geraldine gertrude gina ginny giorgia gisele gladys gloria grace greta gretchen gwen hannah harriet heather
heidi helen helena helene helga hilary hillary hope huma ida ilana imelda indira ines inga ingrid irene irina iris isabel
isabella ivana ivanka jacqueline jana jane janet janice janine jeanette jeanne jen jenna jennifer jenny jessica jill jo
joan joann joanna joanne jocelyn josephine joy joyce juanita judith judy julia juliana julie juliet kamala karen
kari karin karina karla kate katharine katherine kathleen kathryn kathy katie katrina katy kayla kayleigh kellyanne kelli
kendra kimberly kirsten kirstjen krista kristen kristi kristin kristina lana lara larisa laura lauren lea leah leila lena
 letitia liliana lilly lily lina linda lisa liz liza lois lola lorena loretta lori lorraine louise lucia lucy luisa lydia lynn mackenzie
madeleine madison maggie manal mandy manuela mara marcia margaret margarita maria mariam marianne marie marilyn marina marine
marjorie marlene marsha martha mary matilda maureen maya megan megyn melania melanie melinda melissa mercedes meredith mia michele
michelle mildred mimi minnie miranda miriam moira molly mona monica monique muriel myra nadia nancy naomi natalia natalie natasha
nell nicole nikki nina noelle nora norma olga olivia oprah paige pam pamela patricia patti patty paula pauline peggy
penelope penny phyllis polly priscilla rachel ramona rebecca regina renee rhonda rita roberta rochelle rosa rosalind rosalynn rose
roseann rosemary roxanne ruby ruth sabrina sadie sally samantha sandra sara sarah savannah selena serena shannon sharon sheila
shelley shelly sherry shirley silvia simone sofia sonia sonja sonya sophia sophie stella stephanie sue susan susanna susanne suzanne
svetlana sybil sylvia tabitha tamara tammy tania tanya tara tatiana teresa theresa tiffany tina tricia trudy tulsi
ursula valentina valerie vanessa vera veronica vicki vicky victoria viola violet virginia vivian wanda wendy whitney
whoopi wilma yelena yolanda yulia yvette yvonne zainab zara zoe`);

/** First names that go with both pronouns. */
export const UNISEX_NAMES =
  words(`akira amal ariel ash aubrey avery ayo billie blake bobbie cameron carey cary casey chidi cleo courtney dakota
dana darcy deniz denny devon dominique emerson evren farah finley frankie gale garnet gerry hayden hikaru hiro
hyun iman jackie jamie jan jean jessie jody jordan joss jules kai kamau kaoru kelly kendall kerry kim laurie
leigh leslie lindsay loren makoto marion merle merrill mickey morgan nat ngozi nicky noel noor nur ola ollie
olu pat peyton piper quinn reese regan remy rene riley robbie robin ronnie rory rowan sandy sasha shea shelby
shinobu skyler stacey stacy stevie sydney tatum taylor temi terry toby tola tracy tristan uche val wren`);
