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

if (given && note) {
  const cited = DIGEST.exec(given)?.[0];
  const isSame = note.dataset['version'] === cited;
  const former = isSame ? null : document.querySelector<HTMLElement>(`[data-was="${cited ?? ''}"]`);
  if (former) former.hidden = false;
  else {
    note.hidden = false;
    note.classList.toggle('warning', !isSame);
    note.textContent = isSame
      ? `Unchanged: these are the words that were cited.${note.dataset['speaker'] ?? ''}`
      : cited
        ? `The digest in the address, ${cited}, does not match any version of these words. Compare the citation with the words above.`
        : 'The address of the citation is damaged: what follows `?v=` is not a digest. Compare the citation with the words above.';
  }
}
