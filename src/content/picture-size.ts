import { imageSize } from 'image-size';

export interface PictureSize {
  width: number;
  height: number;
}

/** What browsers show of what `image-size` knows; the first brand in an AVIF file may be the general one of its container. */
const SHOWN = new Set(['avif', 'gif', 'heif', 'jpg', 'png', 'webp']);

/** From this EXIF orientation on, a camera was held upright: the picture is shown with width and height exchanged. */
const TURNED = 5;

/** The size at which browsers show a picture; `null` if the bytes are not an AVIF, GIF, JPEG, PNG or WebP picture. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const size = readSize(bytes);
  if (!size || !SHOWN.has(size.type ?? '') || !(size.width > 0 && size.height > 0)) return null;
  const { width, height, orientation = 1 } = size;
  return orientation >= TURNED ? { width: height, height: width } : { width, height };
}

function readSize(bytes: Uint8Array): ReturnType<typeof imageSize> | null {
  try {
    // A copy: of a view into a larger buffer it would read over the end.
    return imageSize(new Uint8Array(bytes));
  } catch {
    // It throws for anything that it cannot read.
    return null;
  }
}
