import { yearChart } from '../../text/year-chart.ts';
import { t } from '../../words/words.ts';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * A chart of hits by year, each bar a link that narrows the search to it.
 *
 * @param years hits by year; years with none may be missing
 * @param href the address of the search narrowed to a year
 * @param chosen the year that the search is narrowed to
 */
export function drawYears(
  years: ReadonlyMap<number, number>,
  href: (year: number) => string,
  chosen: string,
): SVGElement {
  const { width, height, baseline, bars, labels } = yearChart(years);
  const links = bars
    .filter(({ count }) => count > 0)
    .map(({ year, count, x, step, left, top, width: wide, height: high, valueX, anchor }) => {
      const value = `${year}: ${t('count.statements', { count })}`;
      const link = draw(
        'a',
        { href: href(year), 'aria-label': value },
        draw('rect', { class: 'hit', x, y: 0, width: step, height: baseline }),
        draw('rect', { x: left, y: top, width: wide, height: high }),
        draw('text', { x: valueX, y: 12, 'text-anchor': anchor }, value),
      );
      if (String(year) === chosen) link.setAttribute('aria-current', 'true');
      return link;
    });
  const names = labels.map(({ year, x, anchor }) =>
    draw('text', { class: 'year', x, y: height - 4, 'text-anchor': anchor, 'aria-hidden': 'true' }, String(year)),
  );
  const line = draw('path', { d: `M0 ${baseline + 0.5}H${width}` });
  return draw(
    'svg',
    { class: 'year-chart', viewBox: `0 0 ${width} ${height}`, width, height },
    line,
    ...links,
    ...names,
  );
}

function draw(name: string, attributes: Record<string, string | number>, ...content: (Node | string)[]): SVGElement {
  const element = document.createElementNS<'svg'>(SVG, name as 'svg');
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...content);
  return element;
}
