import './controls.ts';
import { loadWords } from '../load-words.ts';
import { readCollected } from './collected.ts';

/** Runs on pages whose statements can be collected: shows the basket unless it is empty. */
if (readCollected(document.body.dataset['root'] ?? '/').length > 0) void loadWords().then(() => import('./basket.ts'));
