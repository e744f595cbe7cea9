/**
 * Runs in the browser on a statement's page that is opened from a citation: compares the digest in the address (`?v=`)
 * with the words that stand here now, and with those that stood here before.
 */
const cited = new URLSearchParams(location.search).get('v');
const note = document.getElementById('cited-words');

if (cited && note) {
  const former = document.querySelector<HTMLElement>(`[data-was="${CSS.escape(cited)}"]`);
  if (former) former.hidden = false;
  else {
    const isSame = note.dataset['version'] === cited;
    note.textContent = isSame
      ? 'Unchanged: these are the words that were cited.'
      : `The address carries a digest, ${cited}, of words that never stood here. Compare the citation with the words above.`;
    note.classList.toggle('warning', !isSame);
    note.hidden = false;
  }
}
