/**
 * What a page shows in Latin letters outside the brackets ⟦ ⟧, in its texts and in the attributes that are read out or
 * shown. Runs in a browser too, so it must not use anything from outside.
 */
export function unwrapped(root: Element): string[] {
  const names = /\b(?:APA|Chicago|MLA|BibTeX|BibLaTeX|RIS|CSL-JSON|Atom|JSON Feed|Markdown|kB)\b/g;
  const attributes = [
    'aria-label',
    'title',
    'alt',
    'placeholder',
    'content',
    'label',
    'abbr',
    'data-label',
    'data-labels',
    'data-failed',
  ];
  // Addresses, code and citations in styles that are in English are no texts of the interface.
  const skipped =
    'script, style, code, textarea, .address, [data-style], [http-equiv], [name=viewport], [name=robots], [name=color-scheme]';
  const noText =
    '[name^="citation_"], [name^="DC."], [property^="og:url"], [property="og:type"], [property="og:image"], [property="og:locale"], [name^="twitter"]';
  const found: string[] = [];
  let depth = 0;
  const outside = (text: string, before: number): [string, number] => {
    let open = before;
    let rest = '';
    for (const character of text) {
      if (character === '⟦') open++;
      else if (character === '⟧') open--;
      else if (open === 0) rest += character;
    }
    return [rest, open];
  };
  const isLatin = (text: string): boolean =>
    /\p{Script=Latin}{2}/u.test(text.replace(/https?:\S+/g, '').replace(names, ''));
  const visit = (element: Element): void => {
    for (const name of attributes) {
      const value = element.getAttribute(name);
      if (value === null || element.matches(`${skipped}, ${noText}`)) continue;
      const [rest] = outside(value, 0);
      if (isLatin(rest)) found.push(`${element.tagName.toLowerCase()}[${name}]: ${value}`);
    }
    if (element.matches(skipped)) return;
    for (const child of element.childNodes) {
      if (child.nodeType === 1) visit(child as Element);
      if (child.nodeType !== 3) continue;
      const [rest, open] = outside(child.textContent ?? '', depth);
      depth = open;
      if (isLatin(rest)) found.push(`${element.tagName.toLowerCase()}: ${(child.textContent ?? '').trim()}`);
    }
  };
  visit(root);
  if (depth !== 0) found.push(`brackets are not closed: ${depth}`);
  return found;
}
