/**
 * The path, below the site's folder, that a request asks for: `/news/about/?x` under the base `/news` is
 * `about/index.html`, and `/news/about` is `about`. It is `null` if no file can be meant: outside the base, with broken
 * percent encoding, empty names, or names that begin with a dot. These would lead out of the folder (`..`) or to hidden
 * files, of which hosts publish only `.well-known`.
 *
 * @param url as in the request line: not decoded, with its query
 * @param base the path under which the site is served, without the trailing slash
 */
export function requestedPath(url: string, base: string): string | null {
  const address = url.replace(/[?#].*$/s, '');
  if (address === base) return '';
  const path = address.startsWith(`${base}/`) ? decode(address.slice(base.length + 1)) : null;
  if (path === null || path.includes('\0') || path.includes('\\')) return null;
  const names = path.split('/');
  if (names.slice(0, -1).includes('') || names.some(isHidden)) return null;
  return names.at(-1) === '' ? `${path}index.html` : path;
}

const isHidden = (name: string): boolean => name.startsWith('.') && name !== '.well-known';

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
