import { t } from '../../words/words.ts';
import type { Labels } from './statement-controls.ts';

/** What is written on the controls of a statement that a script shows. */
export const controlLabels = (): Labels => [t('controls.copyLink'), t('controls.more'), t('controls.collect')];
