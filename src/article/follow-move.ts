/** On the page of a moved article: leads on to the same statement or paragraph, which the redirect alone would lose. */
const moved = document.querySelector<HTMLAnchorElement>('a[data-moved]');
if (moved && location.hash) location.replace(moved.href + location.hash);
