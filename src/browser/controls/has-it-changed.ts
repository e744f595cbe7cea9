import { t } from '../../words/words.ts';
import { loadWords } from '../load-words.ts';

/**
 * A digest at the start of a parameter, without anything that was copied along, such as the full stop of a reference.
 */
const DIGEST = /^[0-9a-hjkmnp-tv-z]{8}/;

/**
 * Runs on a statement's page that is opened from a citation: compares the digest in the address (`?v=`) with those of
 * the current and the former words.
 */
const given = new URLSearchParams(location.search).get('v')?.toLowerCase();
const note = document.getElementById('cited-words');

if (given && note) void compare(given, note);

async function compare(given: string, note: HTMLElement): Promise<void> {
  const cited = DIGEST.exec(given)?.[0];
  const isSame = note.dataset['version'] === cited;
  const former = isSame ? null : document.querySelector<HTMLElement>(`[data-was="${cited ?? ''}"]`);
  if (former) {
    former.hidden = false;
    return;
  }
  await loadWords();
  note.hidden = false;
  note.classList.toggle('warning', !isSame);
  note.textContent = isSame
    ? [t('cited.unchanged'), note.dataset['speaker']].filter(Boolean).join(' ')
    : cited
      ? t('cited.unknown', { digest: cited })
      : t('cited.damaged');
}
