import { make } from '../dom.ts';
import { counted } from '../../text/numbers.ts';

/** The height of the longest bar, in the units of the drawing. */
const HEIGHT = 40;
const SVG = 'http://www.w3.org/2000/svg';

/**
 * A chart of hits by year, each bar a link that narrows the search to it.
 *
 * @param years hits by year, in order; years with none may be missing
 * @param href the address of the search narrowed to a year
 * @param chosen the year that the search is narrowed to
 */
export function yearChart(
  years: ReadonlyMap<number, number>,
  href: (year: number) => string,
  chosen: string,
): HTMLElement {
  const most = Math.max(1, ...years.values());
  const items = Array.from(years, ([year, count]) => {
    const isChosen = String(year) === chosen;
    const link = make('a', { href: href(year) }, bar(count / most), make('span', {}, String(year)));
    link.ariaLabel = `${year}: ${counted(count, 'statement')}`;
    link.title = link.ariaLabel;
    if (isChosen) link.setAttribute('aria-current', 'true');
    return make(
      'li',
      {},
      count === 0 ? make('span', { className: 'gap' }, bar(0), make('span', {}, String(year))) : link,
    );
  });
  return make('ol', { className: 'years by-year', ariaLabel: 'Statements by year' }, ...items);
}

function bar(share: number): SVGElement {
  const height = share === 0 ? 0 : Math.max(2, Math.round(share * HEIGHT));
  const svg = draw('svg', { viewBox: `0 0 8 ${HEIGHT}`, width: 8, height: HEIGHT, 'aria-hidden': 'true' });
  svg.append(draw('rect', { x: 2, y: HEIGHT - height, width: 3, height }));
  return svg;
}

function draw(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS<'svg'>(SVG, name as 'svg');
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
