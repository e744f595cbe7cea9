/**
 * Runs on an article's page: when the address names a statement, marks all of its parts. (Without this script, the
 * style sheet marks the first part.)
 */
function highlightStatement(): void {
  const id = /^#s-(\w+)$/.exec(location.hash)?.[1];
  for (const part of document.querySelectorAll<HTMLElement>('.statement')) {
    part.classList.toggle('linked', part.dataset['statement'] === id);
  }
}

addEventListener('hashchange', highlightStatement);
highlightStatement();
