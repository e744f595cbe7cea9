/**
 * The English vocabulary of attribution in news. Verbs are listed in their base form and inflected here. The lists were
 * gathered from the cues of PolNeAR's training articles and completed by hand.
 */

const words = (text: string): Set<string> => new Set(text.trim().split(/\s+/));

/** Verbs of speaking: "said". */
const SPEECH = `say tell add write ask tweet note announce argue explain declare respond continue reply recall insist state
conclude warn exclaim quip joke remark observe answer comment assert claim allege contend maintain admit concede
acknowledge confirm predict promise pledge vow caution charge counter shout yell chant retort respond reiterate repeat
stress emphasize emphasise opine muse lament complain recount report testify interject urge plead boast brag reason
elaborate clarify demand proclaim whisper mutter beam gush snap bark fume implore reflect post email text retweet
telegraph signal hint imply suggest speculate suppose wonder reveal disclose estimate assure remind inform advise
instruct order propose recommend intone deadpan chime protest cry scream offer riff marvel crow thunder
enthuse surmise summarize summarise posit tease gripe grouse sigh inquire query teach preach pronounce crack quote`;

/** Verbs that judge or name, and so take a fragment: "called it a disgrace". */
const JUDGEMENT = `call describe accuse criticize criticise praise blame condemn denounce dismiss reject deny decry mock
slam blast attack rebuke defend label dub deem brand characterize characterise portray liken compare hail tout bemoan
deride ridicule rip lambaste assail chide scold applaud credit thank congratulate challenge question dispute doubt
refute rebut rail refer cite mention coin bill depict paint cast brush welcome salute endorse oppose support
advocate invoke echo voice express issue deliver raise renew attribute threaten discuss address contradict underscore
highlight outline detail repudiate disavow lash disparage trash bash hit fault pan laud celebrate lecture berate
excoriate skewer tar vilify savage upbraid admonish apologize apologise`;

/** Verbs of thinking: "believes". */
const THOUGHT = `think believe know feel fear hope expect want wish worry guess see view consider regard find decide
realize realise understand remember imagine suspect agree disagree prefer seek love hate like anticipate foresee judge`;

/** Verbs whose subject is often a document: "read", "showed". */
const SHOWING = `show read indicate display list blare detail`;

/** The most common forms of "say" and its like in German, Russian and Armenian. */
const OTHER_LANGUAGES = `sagte sagt erklärte erklärt betonte betont meinte meint kritisierte forderte warnte schrieb schreibt
berichtete antwortete ergänzte hob kündigte teilte fügte verkündete versicherte
сказал сказала сказали говорит заявил заявила заявили заявляет отметил отметила отмечает подчеркнул подчеркнула добавил
добавила сообщил сообщила сообщили сообщает считает пояснил пояснила рассказал рассказала написал написала ответил ответила
объяснил объяснила уточнил уточнила
ասաց ասել ասում հայտարարեց հայտարարել նշեց նշել ընդգծեց ընդգծել շեշտեց գրեց գրել ավելացրեց պատասխանեց հավելեց պատմեց`;

const IRREGULAR: Record<string, string> = {
  say: 'says said saying',
  tell: 'tells told telling',
  write: 'writes wrote written writing',
  begin: 'begins began begun beginning',
  mean: 'means meant meaning',
  think: 'thinks thought thinking',
  know: 'knows knew known knowing',
  feel: 'feels felt feeling',
  see: 'sees saw seen seeing',
  find: 'finds found finding',
  understand: 'understands understood understanding',
  foresee: 'foresees foresaw foreseen foreseeing',
  seek: 'seeks sought seeking',
  show: 'shows showed shown showing',
  read: 'reads reading',
  hit: 'hits hitting',
  cast: 'casts casting',
  teach: 'teaches taught teaching',
  put: 'puts putting',
  rip: 'rips ripped ripping',
  quip: 'quips quipped quipping',
  slam: 'slams slammed slamming',
  snap: 'snaps snapped snapping',
  brag: 'brags bragged bragging',
  dub: 'dubs dubbed dubbing',
  admit: 'admits admitted admitting',
  refer: 'refers referred referring',
  rebut: 'rebuts rebutted rebutting',
  pan: 'pans panned panning',
  tar: 'tars tarred tarring',
  prefer: 'prefers preferred preferring',
};

/** Whether a form is finite ("said"), or a participle whose subject is elsewhere ("saying"). */
export type Form = 'finite' | 'participle';
export type VerbKind = 'speech' | 'judgement' | 'thought' | 'showing';

export interface Verb {
  kind: VerbKind;
  form: Form;
  lemma: string;
}

/** Every form of every cue verb. If lists share a verb, the first one counts. */
export const CUE_VERBS: ReadonlyMap<string, Verb> = inflectAll();

/** Verbs that speak only with a particle: "fired back", "went on". */
export const PHRASAL: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['back', words('fire fires fired shoot shoots shot hit hits push pushes pushed clap clapped punched bit come came')],
  ['on', words('go goes went carry carried')],
  ['in', words('cut cuts chime chimes chimed jump jumps jumped weigh weighs weighed broke butted')],
  ['out', words('point points pointed call calls called lash lashed blurt blurted cried')],
  ['it', words('put puts')],
]);

function inflectAll(): Map<string, Verb> {
  const forms = new Map<string, Verb>();
  const lists: [VerbKind, string][] = [
    ['speech', SPEECH],
    ['judgement', JUDGEMENT],
    ['thought', THOUGHT],
    ['showing', SHOWING],
  ];
  for (const [kind, list] of lists) {
    for (const lemma of words(list)) {
      for (const form of [lemma, ...inflect(lemma)]) {
        if (!forms.has(form)) forms.set(form, { kind, lemma, form: form.endsWith('ing') ? 'participle' : 'finite' });
      }
    }
  }
  for (const form of words(OTHER_LANGUAGES)) forms.set(form, { kind: 'speech', lemma: 'say', form: 'finite' });
  return forms;
}

function inflect(verb: string): string[] {
  const irregular = IRREGULAR[verb];
  if (irregular) return irregular.split(' ');
  if (verb.endsWith('e')) return [`${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  return [/(?:s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`, `${verb}ed`, `${verb}ing`];
}

/** Nouns for what is said: "a statement from", "his claim that". */
export const SPEECH_NOUNS = words(`statement statements claim claims comment comments remark remarks tweet tweets
speech speeches words call calls promise promises pledge pledges vow argument arguments assertion assertions suggestion
description question questions answer response reply warning warnings criticism accusation accusations allegation
allegations contention view views belief opinion email emails e-mail letter letters memo message messages post report
reports essay article op-ed column editorial testimony interview declaration announcement admission insistence
complaint complaints demand demands proposal reference quote quotes line slogan motto mantra phrase term label rhetoric
assessment explanation observation prediction denial apology joke note book memoir ad ads video press release release
ruling opinion decision order petition poll survey study website site sign signs headline headlines caption hat shirt
banner banners poster posters chant chants song reason reasons answer account excuse`);

/** Verbs that mean speaking together with such a noun: "gave the same reason", "released a statement". */
export const LIGHT_VERBS =
  words(`give gives gave given giving make makes made making release releases released releasing
draw draws drew drawn send sends sent sending`);

/** What a person who speaks may be. */
export const PERSON_NOUNS =
  words(`spokesman spokeswoman spokesperson spokespeople official officials aide aides adviser advisers advisor advisors
analyst analysts expert experts critic critics supporter supporters opponent opponents president minister
chancellor premier senator senators congressman congresswoman lawmaker lawmakers representative representatives
governor governors mayor mayors judge judges justice justices lawyer lawyers attorney attorneys prosecutor
prosecutors professor professors historian scientist economist strategist strategists consultant consultants
pollster pollsters operative operatives director directors manager managers chairman chairwoman chair chairs
chief chiefs leader leaders secretary secretaries ambassador ambassadors commissioner officer officers
executive executives ceo founder founders co-founder owner owners author authors writer writers editor editors
columnist columnists correspondent correspondents reporter reporters journalist journalists host hosts anchor
anchors moderator moderators commentator commentators pundit pundits blogger actor actress singer comedian star
coach player activist activists organizer organizers advocate advocates member members delegate delegates
candidate candidates nominee nominees contender contenders rival rivals frontrunner front-runner voter voters
resident residents citizen citizens people person man men woman women mother father son daughter wife husband
brother sister friend friends colleague colleagues neighbor neighbors student students teacher teachers worker
workers employee employees veteran veterans soldier general colonel sergeant lieutenant captain commander
police sheriff detective detectives investigators investigator agent agents authorities source sources insider
insiders observer observers staffer staffers crowd protesters protester demonstrators demonstrator audience
fans fan pastor priest bishop pope imam rabbi doctor doctors physician nurse scholar scholars researcher
researchers fellow partner co-chair treasurer deputy vice-president billionaire mogul businessman businesswoman
tycoon king queen prince princess envoy diplomat diplomats speaker whip democrat democrats republican
republicans conservatives liberals ally allies boss constituent superdelegate surrogate surrogates backer
backers donor donors oceanographer councilman councilwoman assemblyman assemblywoman alderman secretary-general
prosecutor-general governor-general principal superintendent dean provost banker trader investor engineer
geologist biologist physicist meteorologist scientists historians sociologist psychologist archaeologist farmer
farmers fisherman fishermen driver pilot pilots commuter commuters passenger passengers survivor survivors
victim victims witness witnesses neighbour neighbours relative relatives parent parents nurses firefighter
firefighters paramedic curator archivist librarian novelist poet playwright filmmaker producer publisher
broadcaster presenter photographer musician conductor composer athlete striker goalkeeper defender midfielder
quarterback referee umpire trainer jockey landlord tenant shopkeeper developer architect planner surveyor vet
veterinarian trustee trustees magistrate coroner solicitor barrister inspector constable superintendent mp mps
tory tories backbencher backbenchers minister-designate vice-premier vice-chairman peer baroness ombudsman
registrar rector vicar monk commandant brigadier admiral negotiator negotiators mediator monitor monitors
rapporteur envoys guard guards rebel rebels militant militants fighter fighters`);

/** Bodies that speak. */
export const BODY_NOUNS =
  words(`campaign campaigns administration government ministry department office party committee council commission
court agency bureau company group groups organization organisation union association foundation network
newspaper magazine paper board panel team staff authority airline bank firm hospital institute university
college school league federation alliance coalition confederation parliament congress senate assembly cabinet
embassy mission delegation chamber tribunal inquiry watchdog regulator charity ngo club society corporation
trust fund army navy military treasury legislature body institution think-tank mosque church secretariat
directorate inspectorate`);

/** Words for some of several people. */
const SOME = words(`everyone others another some many several one both`);

/** People and bodies that can speak, by role. */
export const ROLE_NOUNS: ReadonlySet<string> = new Set([...PERSON_NOUNS, ...BODY_NOUNS, ...SOME]);

/** Things that can be cited but do not speak. */
export const DOCUMENT_NOUNS =
  words(`report reports poll polls survey surveys study studies statement statements document
documents article articles editorial email emails e-mail letter memo transcript website site page ad ads video tweet
tweets headline headlines sign signs hat shirt t-shirt banner poster caption book column story stories message filing
lawsuit complaint indictment bill law resolution analysis data records record excerpts release post posts blog platform
caption plaque sticker button notice`);

export const MALE_NOUNS = words(`spokesman chairman congressman businessman man father son husband brother king prince
actor boy gentleman uncle nephew grandfather pope priest councilman assemblyman fireman policeman widower mogul
mr sir lord`);
export const FEMALE_NOUNS = words(`spokeswoman chairwoman congresswoman businesswoman woman mother daughter wife sister
queen princess actress girl lady aunt niece grandmother nun councilwoman assemblywoman policewoman widow mrs ms miss
dame`);

/** Titles before a name, which are not part of it. */
export const TITLES = words(`mr mrs ms miss dr prof professor sen senator rep representative congressman congresswoman
gov governor lt col colonel gen general sgt sergeant capt captain maj major cmdr adm admiral pres president vice
secretary prime minister foreign chancellor judge justice chief speaker mayor attorney ambassador rev reverend father
sister brother pastor bishop archbishop cardinal pope rabbi imam sheikh king queen prince princess sir lord lady dame
st hon chairman chairwoman chair director spokesman spokeswoman spokesperson sheriff detective officer commissioner
deputy majority minority leader house senate former candidate nominee state district republican democrat democratic
us u.s ag uncle aunt emperor sultan first coach reporter columnist host ceo`);

export const RELATIVES = words('who which whom');
export const PRONOUNS = words('he she they i we it you who');
export const POSSESSIVES = words('his her their its my our your whose');
export const DETERMINERS =
  words(`the a an this that these those his her their its my our your some many several two three
four five six seven eight nine ten one another other both all most few no each every any such`);
export const AUXILIARIES = words(`has have had is are was were be been being will would can could may might must shall
should do does did not never 've 'd 'll 're n't hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't can't
couldn't doesn't don't didn't cannot`);
export const PREPOSITIONS =
  words(`of in on at by for from with about to into during after before since until against over
under between among through without within across near around amid despite via per toward towards upon behind beyond
outside inside like as`);
export const SUBORDINATORS =
  words(`that when while after before because if although though as since until unless whether
where how why what than once`);
export const ADVERBS = words(`also then later again now once still just even already soon often always sometimes only
too maybe perhaps earlier later elsewhere nevertheless nonetheless moreover however still recently instead first last simply further meanwhile thus ever yet twice out once back so far long ago there`);
export const ABBREVIATIONS =
  words(`mr mrs ms dr prof sen sens rep reps gov govs gen lt col sgt capt maj cmdr adm rev hon
st jr sr inc corp co ltd vs etc no jan feb mar apr jun jul aug sept sep oct nov dec ariz ark calif colo conn del fla ga
ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ph d.c u.s u.k pres
dept univ supt atty dist`);
export const TIME_WORDS =
  words(`monday tuesday wednesday thursday friday saturday sunday january february march april may
june july august september october november december today yesterday tonight tomorrow morning afternoon evening night
week month year years recently earlier later`);

/** Words in the names of places. */
export const PLACE_WORDS =
  words(`north south east west northern southern eastern western street avenue road square city county district island
islands river lake mountain valley beach park hall tower airport station america usa england britain uk france
germany spain italy russia ukraine china japan korea india iran iraq israel syria turkey egypt libya
afghanistan pakistan mexico canada brazil cuba europe asia africa armenia azerbaijan georgia alabama alaska
arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas
kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada
hampshire jersey york carolina dakota ohio oklahoma oregon pennsylvania rhode tennessee texas utah vermont
washington wisconsin wyoming london paris moscow berlin brussels beijing tokyo yerevan baku boston chicago
orlando philadelphia cleveland charlotte tulsa miami dallas houston seattle denver atlanta phoenix detroit
baltimore manhattan brooklyn hollywood geneva kiev kyiv istanbul dubai mumbai delhi shanghai sydney melbourne
toronto montreal scotland wales ireland manchester liverpool birmingham glasgow edinburgh`);

/** Words in the names of places and bodies, which "he" and "she" never refer to. */
export const NOT_PEOPLE: ReadonlySet<string> = new Set([
  ...PLACE_WORDS,
  ...words(`house senate congress parliament pentagon kremlin capitol treasury fed nato un eu cnn nbc abc cbs msnbc fox
reuters afp ap university college school institute center centre foundation association society alliance
coalition federation league club bank fund news times post journal herald tribune gazette magazine review press
radio television network channel twitter facebook google youtube union nations states state united kingdom
republic new national american international federal european african asian americans russians europeans act
bill law amendment project program initiative agreement treaty accord pact deal war conference convention
summit debate hospital church court force army navy corps guard service services department ministry office
bureau agency authority administration commission committee council board party campaign team`),
]);

/** Forms of cue verbs that are just as often nouns. */
export const NOUNS_OR_VERBS =
  words(`charges attack attacks hopes fears demands views judges states shows advocates orders
lists signals posts text texts need notes hits faults challenges voices echo offers votes issues hosts protests screams
wishes`);

/** Capitalised words that begin a sentence but not a noun phrase: "Asked about it, she". */
export const OPENINGS = words(`asked speaking calling saying citing noting referring sooner according writing quoting
responding describing told pressed appearing tweeting arguing adding`);

/** Capitalised words that begin a sentence and name nobody. */
export const LEADING = words(`see read watch pause good bad nothing none more most here there maybe next sad indeed late
early yes no well okay look please thanks thank what why how`);

/** Words in "-ly" that begin sentences; other capitalised ones are names: "Skelly". */
export const CAPITAL_ADVERBS = words(`recently finally similarly additionally apparently ultimately eventually initially
previously separately clearly certainly unfortunately interestingly notably immediately reportedly originally obviously
actually really typically generally specifically ironically importantly lastly privately publicly`);

/** What may come before a name in a noun phrase without being a role. */
export const ADJECTIVES = words(`former then ex fellow longtime veteran conservative liberal billionaire top senior
retired new future presumptive late current`);
