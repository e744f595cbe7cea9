/** Endings that British and American spelling write differently, each turned into one of the two. */
const ENDINGS: readonly [RegExp, string][] = [
  [/(?<=[a-z]{2})our(?=(s|ed|ing|able|ite|ites|hoods?|ly|ful|less|er|ers|al|ist|ists|y)?$)/, 'or'],
  [/(?<=[a-z]{3})is(?=(e|es|ed|er|ers|ing|ation|ations)$)/, 'iz'],
  [/(?<=al)ys(?=(e|es|ed|ing)$)/, 'yz'],
  [/(?<=[aeiou][^aeiou]+[aeiou])ll(?=(ed|ing|er|ers|or|ors|ery|ous)$)/, 'l'],
  [/(?<=[aeiou][^aeiou]+[aeiou])ll$/, 'l'],
  [/(?<=(cent|theat|met|lit|fib|calib|spect|meag|somb|lust|sab|reconnoit))re(?=(s|d)?$)/, 'er'],
  [/(?<=(defen|offen|licen|preten|practi))c(?=(e|es|ed)$)/, 's'],
  [/(?<=(catal|dial|anal|monol|prol|epil))ogue(?=s?$)/, 'og'],
  [/(?<=(judg|acknowledg|ag|lik|siz))e(?=(ment|ments|ing|able)$)/, ''],
  [/^(an|p|h|leuk|orthop|encyclop|medi|arch|gyn)ae/, '$1e'],
  [/^(f|man|homo)oe/, '$1e'],
  [/(?<=^(burn|learn|spel|dream|lean|spoil|smel|spil|leap))t$/, 'ed'],
  [/^(spel|smel|spil)led$/, '$1ed'],
];

/** Words that are spelled in two ways, outside any rule. */
const PAIRS = new Map(
  `grey/gray tyre/tire kerb/curb plough/plow cheque/check programme/program programmes/programs aluminium/aluminum
   sceptic/skeptic sceptics/skeptics sceptical/skeptical scepticism/skepticism jewellery/jewelry pyjamas/pajamas
   whisky/whiskey cosy/cozy axe/ax moustache/mustache draught/draft adviser/advisor advisers/advisors gaol/jail
   enquiry/inquiry enquiries/inquiries ok/okay alright/allright skilful/skillful wilful/willful fulfil/fulfill
   mould/mold smoulder/smolder instalment/installment enrolment/enrollment kidnapped/kidnaped worshipped/worshiped
   focussed/focused benefitted/benefited`
    .split(/\s+/)
    .map((pair) => pair.split('/') as [string, string]),
);

const NUMBERS = new Map(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
   eighteen nineteen twenty`
    .split(/\s+/)
    .map((word, number) => [word, String(number)]),
);

/**
 * A word, or words written together, in the one spelling that stands for all accepted ones: without apostrophes and
 * spaces, a small number in digits, British and American endings alike.
 *
 *   it's -> its · travelling -> traveling · ten -> 10 · per cent -> percent
 */
export function oneSpelling(forms: readonly string[]): string {
  const plain = forms.join('').replaceAll("'", '');
  const chosen = NUMBERS.get(plain) ?? PAIRS.get(plain) ?? plain;
  return ENDINGS.reduce((word, [pattern, instead]) => word.replace(pattern, instead), chosen);
}
