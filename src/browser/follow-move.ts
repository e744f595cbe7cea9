/**
 * Runs on the page of a moved address: redirects with the query and the fragment, which the plain redirect would lose.
 */
const moved = document.querySelector<HTMLAnchorElement>('a[data-moved]');
if (moved && (location.search || location.hash)) location.replace(moved.href + location.search + location.hash);
