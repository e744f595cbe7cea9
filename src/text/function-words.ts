const words = (text: string): string[] => text.split(/\s+/);

/**
 * Words that tell nothing about a subject, by language; all the forms are as the search folds them. A word or two of
 * these identify no quotation, and in a question only the others are searched for.
 */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set([
  ...words(`a about above after again against all also am an and any are aren't as at be because been before being below
    between both but by can can't cannot could couldn't did didn't do does doesn't doing don't down during each few for
    from further get got had hadn't has hasn't have haven't having he he'd he'll he's her here here's hers herself him
    himself his how i i'd i'll i'm i've if in into is isn't it it's its itself just let let's me more many mr mrs ms most
    much my myself no
    nor not now of off on once only or other our ours ourselves out over own same she she'd she'll she's should
    shouldn't so some such than that that's the their theirs them themselves then there there's these they they'd
    they'll they're they've this those through to too under until up upon us very was wasn't we we'd we'll we're we've
    were weren't what what's when where which while who who's whom why will with won't would wouldn't yes you you'd
    you'll you're you've your yours yourself yourselves`),
  ...words(`и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от
    меня еще нет о из ему теперь когда даже ну ли если уже или ни быть был него до вас нибудь опять уж вам ведь там
    потом себя ничего ей может они тут где есть надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе
    под будет ж тогда кто этот того потому этого какой им этом мой тем чтобы нее были`),
  ...words(`ես դու նա մենք դուք նրանք եւ ու է եմ ես ենք եք են էր էի էիր էինք էիք էին որ ինչ ով որը որի մեջ մասին համար
    հետ այս այդ այն չէ չեմ չեն ոչ այո թե եթե բայց իսկ կամ էլ նաեւ իր մեր ձեր նրա նրանց`),
]);
