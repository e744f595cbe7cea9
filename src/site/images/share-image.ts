import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import satori, { type Font } from 'satori';
import { HEIGHT, shareCard, type ShareCard, WIDTH } from './share-card.ts';

/** Kept from build to build: an image is named by a hash of its content, and made once. */
const CACHE = join('.verbatim', 'share-images');

/** Increment this when the design changes, so that all images are made again. */
const DESIGN = 1;

/** The scripts that an image can show, each with its own font file. */
const FONTS = {
  '@fontsource/source-serif-4': ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'],
  '@fontsource/noto-serif-armenian': ['armenian'],
};

const require = createRequire(join(process.cwd(), 'package.json'));

let fonts: Font[] | undefined;

/** Compiled pages have a copy of this module of their own, but the renderer can be started only once in a process. */
const shared = globalThis as typeof globalThis & { verbatimRenderer?: Promise<void> };

/**
 * The share image of a statement as PNG.
 *
 * @returns `null` if it has letters that none of the fonts contains, so that it would show boxes instead
 */
export async function shareImage(card: ShareCard): Promise<Uint8Array<ArrayBuffer> | null> {
  const key = createHash('sha256')
    .update(JSON.stringify([DESIGN, card]))
    .digest('hex');
  const path = join(CACHE, `${key}.png`);
  if (existsSync(path)) {
    const kept = new Uint8Array(readFileSync(path));
    return kept.length > 0 ? kept : null;
  }
  const image = await draw(card);
  mkdirSync(CACHE, { recursive: true });
  // Written whole or not at all: an interrupted build leaves no partial image. An empty file means "no image".
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, image ?? new Uint8Array());
  renameSync(temporary, path);
  return image;
}

async function draw(card: ShareCard): Promise<Uint8Array<ArrayBuffer> | null> {
  fonts ??= loadFonts();
  await (shared.verbatimRenderer ??= initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm'))));
  const missing: string[] = [];
  const svg = await satori(shareCard(card, fonts.map(({ name }) => name).join(', ')), {
    width: WIDTH,
    height: HEIGHT,
    fonts,
    loadAdditionalAsset: (_language, letters) => {
      missing.push(letters);
      return Promise.resolve([]);
    },
  });
  return missing.length === 0 ? new Uint8Array(new Resvg(svg).render().asPng()) : null;
}

function loadFonts(): Font[] {
  return Object.entries(FONTS).flatMap(([family, subsets]) =>
    subsets.map((subset): Font => {
      const file = `${family}/files/${family.split('/')[1] ?? ''}-${subset}-400-normal.woff`;
      return { name: subset, data: readFileSync(require.resolve(file)), weight: 400, style: 'normal' };
    }),
  );
}
