/** On the page of a moved address: leads on with what the redirect alone would lose, a digest and a place in the page. */
const moved = document.querySelector<HTMLAnchorElement>('a[data-moved]');
if (moved && (location.search || location.hash)) location.replace(moved.href + location.search + location.hash);
