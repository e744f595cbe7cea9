import { english } from '../src/words/read-words.ts';
import { setWords } from '../src/words/chosen.ts';

setWords(english());
