/** A digest as an address has it, without what else was copied along, such as the full stop of a reference. */
const DIGEST = /^[0-9a-hjkmnp-tv-z]{8}/;

/**
 * Runs in the browser on a statement's page that is opened from a citation: compares the digest in the address (`?v=`)
 * with the words that stand here now, and with those that stood here before.
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
        ? `The address carries a digest, ${cited}, of words that never stood here. Compare the citation with the words above.`
        : 'The address of the citation is damaged: what follows `?v=` is not a digest. Compare the citation with the words above.';
  }
}
