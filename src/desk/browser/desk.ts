import '@fontsource-variable/noto-serif-armenian/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import './desk.css';
import { followArticle } from './article-form.ts';
import { filterList } from './filter-list.ts';
import { followProgress } from './progress.ts';
import { QueueControls } from './queue-controls.ts';

const queue = document.getElementById('queue');
if (queue) new QueueControls(queue).start();
followArticle();
filterList();
followProgress();
