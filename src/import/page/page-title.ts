import { all, clean, comparable } from './elements.ts';

/** The headline: as the page shows it if that is what its metadata says, otherwise as these have it. */
export function titleOf(
  document: Document,
  headline: string | undefined,
  titled: string | undefined,
  outlet: string | undefined,
): string | undefined {
  const heads = all(document, 'h1')
    .map((element) => clean(element.textContent))
    .filter((text) => text !== '');
  const told = [headline, titled, clean(document.querySelector('title')?.textContent ?? '')]
    .filter((text) => text !== undefined && text !== '')
    .map((text) => withoutOutlet(clean(text ?? ''), outlet, heads));
  const shown = heads.find((text) => told.some((other) => isSame(text, other)));
  return shown ?? told[0] ?? (heads.length === 1 ? heads[0] : undefined);
}

/** Whether one text is the other, or its beginning, but for case and punctuation. */
function isSame(shown: string, told: string): boolean {
  const [a, b] = [shown, told].map((text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')) as [string, string];
  if (a === '') return false;
  // A told headline may be cut, or begin with its section: `Opinion | ...`.
  return a === b || (b.length >= 20 && a.startsWith(b.slice(0, 60))) || (a.length >= 20 && b.endsWith(a));
}

/** `Ferry sunk | The Kell Courier` -> `Ferry sunk`. */
function withoutOutlet(title: string, outlet: string | undefined, heads: readonly string[]): string {
  const parts = title.split(/\s+[|–—•»·-]\s+|\s*\|\s*|\s+::\s+/);
  if (parts.length < 2 || heads.includes(title)) return title;
  const [first = title] = parts;
  const last = parts.at(-1) ?? '';
  const isOutlet = (text: string): boolean => outlet !== undefined && comparable(text) === comparable(outlet);
  if (heads.some((head) => comparable(head) === comparable(first))) return first;
  if (isOutlet(first) && parts.length === 2) return last;
  const cut = title.slice(0, title.lastIndexOf(last)).replace(/\s*(?:[|–—•»·-]|::)\s*$/, '');
  return isOutlet(last) || (title.includes('|') && last.split(' ').length <= 4) ? cut : title;
}
