/** Words that news writers exchange for one another, to make close paraphrases for the check. */
const PAIRS = `
  buy/purchase bought/purchased buying/purchasing big/large small/little start/begin started/began starting/beginning
  end/finish ended/finished help/assist helped/assisted helping/assisting show/demonstrate showed/demonstrated
  said/stated say/state need/require needs/requires needed/required want/wish wants/wishes wanted/wished
  people/individuals person/individual job/position jobs/positions country/nation countries/nations kids/children
  child/kid house/home houses/homes money/cash great/tremendous bad/terrible good/decent very/extremely
  important/significant also/additionally many/numerous think/believe thinks/believes thought/believed
  problem/issue problems/issues fight/battle fighting/battling win/prevail won/prevailed lose/forfeit lost/forfeited
  make/create makes/creates made/created making/creating get/obtain gets/obtains got/obtained give/provide
  gives/provides gave/provided keep/retain keeps/retains kept/retained work/labour works/functions try/attempt
  tried/attempted trying/attempting ask/request asked/requested answer/reply answered/replied
  campaign/race election/vote voters/electors president/leader government/administration law/statute laws/statutes
  attack/assault attacks/assaults attacked/assaulted killed/slain dead/deceased died/perished murder/killing
  police/officers city/town street/road car/vehicle cars/vehicles woman/lady women/ladies man/guy men/guys
  group/organization groups/organizations company/firm companies/firms business/enterprise change/alter
  changed/altered changes/alterations increase/rise increased/rose decrease/fall decreased/fell grow/expand
  growing/expanding support/back supported/backed supports/backs oppose/resist opposed/resisted allow/permit
  allowed/permitted stop/halt stopped/halted stopping/halting continue/proceed continued/proceeded hope/expect
  believe/think believes/thinks decision/choice decide/choose decided/chose important/crucial
  different/distinct difficult/hard hard/tough easy/simple quickly/rapidly fast/quick now/currently soon/shortly
  today/nowadays never/at-no-time always/constantly about/regarding because/since but/yet if/provided
  however/nevertheless while/whilst before/prior-to after/following during/throughout
  speech/address talk/discussion talks/discussions talking/speaking meeting/gathering plan/proposal plans/proposals
  report/account reports/accounts story/tale evidence/proof truth/reality true/correct wrong/mistaken right/proper
  happen/occur happened/occurred happening/occurring look/gaze see/notice saw/noticed know/understand
  knew/understood family/relatives families/relatives friend/companion friends/companions enemy/foe enemies/foes
  future/time-ahead past/history year/twelvemonth system/structure able/capable going/heading come/arrive came/arrived
  left/departed leave/depart remain/stay remained/stayed send/dispatch sent/dispatched receive/get received/got
  use/employ used/employed using/employing find/discover found/discovered call/phone called/phoned
  dangerous/hazardous safe/secure security/safety strong/powerful weak/feeble rich/wealthy poor/impoverished
  angry/furious happy/glad sad/unhappy afraid/scared full/complete entire/whole whole/entire several/various
  american/us-born americans/us-citizens million/m percent/pct again/once-more nothing/naught everyone/everybody
  everybody/everyone someone/somebody completely/totally totally/completely really/truly clearly/plainly
  simply/merely only/just just/merely maybe/perhaps perhaps/maybe especially/particularly
`;

/** By word, in lower case, the word that replaces it. */
export const SYNONYMS: ReadonlyMap<string, string> = new Map(
  PAIRS.trim()
    .split(/\s+/)
    .map((pair): [string, string] => {
      const [word = '', other = ''] = pair.split('/');
      return [word, other.replaceAll('-', ' ')];
    }),
);
