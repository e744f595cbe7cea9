/** What a share image shows. */
export interface ShareCard {
  words: string;
  isQuoted: boolean;
  /** Who speaks; for an archive, its description. */
  speaker: string;
  /** When it was said or published. */
  date: string;
  archive: string;
}

/** An element for satori, in the form of React's but without React. */
export interface Box {
  type: 'div';
  props: { style: Record<string, string | number>; children?: Box[] | string };
}

/** The size that readers of Open Graph expect. */
export const WIDTH = 1200;
export const HEIGHT = 630;

/** The most characters that are readable in a preview, and the type size up to each number of characters. */
const MOST_SHOWN = 320;
const SIZES: [characters: number, pixels: number][] = [
  [60, 76],
  [120, 60],
  [200, 48],
  [MOST_SHOWN, 40],
];

/** The space for the words, in pixels. */
const WORDS_HEIGHT = 390;

/** The colours of the site's light theme. */
const [PAPER, INK, QUIET, ACCENT] = ['#faf7f0', '#1c1a17', '#54504a', '#86270f'];

const box = (style: Box['props']['style'], children?: Box[] | string): Box => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, ...(children === undefined ? {} : { children }) },
});

/** The share image of a statement as boxes: the words, large, with a mark beside them; below, who said it and when. */
export function shareCard({ words, isQuoted, speaker, date, archive }: ShareCard, fontFamily: string): Box {
  const shown = shorten(words);
  const fontSize = SIZES.find(([characters]) => shown.length <= characters)?.[1] ?? 40;
  const mark = isQuoted ? [box({ position: 'absolute', left: -54, top: -6, fontSize, color: ACCENT }, '“')] : [];
  return box(
    {
      width: WIDTH,
      height: HEIGHT,
      flexDirection: 'column',
      justifyContent: 'space-between',
      boxSizing: 'border-box',
      padding: '72px 80px 56px 120px',
      backgroundColor: PAPER,
      color: INK,
      wordBreak: 'break-word',
      fontFamily,
    },
    [
      box({ position: 'relative', width: '100%', fontSize, lineHeight: 1.28 }, [
        ...mark,
        box({ display: 'block', width: '100%', lineClamp: Math.floor(WORDS_HEIGHT / (fontSize * 1.28)) }, shown),
      ]),
      box({ flexDirection: 'column', width: '100%', fontSize: 30, lineHeight: 1.35 }, [
        box({ display: 'block', lineClamp: 2, color: ACCENT }, speaker),
        box({ justifyContent: 'space-between', color: QUIET, fontSize: 26 }, [
          box({ flexShrink: 0, marginRight: 40 }, date),
          box({ display: 'block', lineClamp: 1 }, archive),
        ]),
      ]),
    ],
  );
}

function shorten(words: string): string {
  const flat = words.replaceAll(/\s+/g, ' ');
  if (flat.length <= MOST_SHOWN) return flat;
  return `${flat.slice(0, flat.lastIndexOf(' ', MOST_SHOWN) > 0 ? flat.lastIndexOf(' ', MOST_SHOWN) : MOST_SHOWN)} …`;
}
