import { english } from '../src/content/words/read-words.ts';
import { setWords } from '../src/words/chosen.ts';

setWords(english());
