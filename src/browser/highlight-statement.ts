/**
 * Runs in the browser on an article page: when the address names a statement, marks all of its parts. (Without it,
 * the first part is marked by the style sheet.)
 */
function highlightStatement(): void {
  const id = /^#s-(\w+)$/.exec(location.hash)?.[1];
  for (const part of document.querySelectorAll<HTMLElement>('.statement')) {
    part.classList.toggle('linked', part.dataset['statement'] === id);
  }
}

addEventListener('hashchange', highlightStatement);
highlightStatement();
