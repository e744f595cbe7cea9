import { expect, test } from 'vitest';
import { pictureSize } from './picture-size.ts';

/** White pictures, three wide and two high. */
const PICTURES: Record<string, string> = {
  avif: 'AAAAHGZ0eXBhdmlmAAAAAG1pZjFhdmlmbWlhZgAAANZtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAACJpbG9jAAAAAERAAAEAAQAAAAAA+gABAAAAAAAAAB0AAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABhdjAxAAAAAA5waXRtAAAAAAABAAAAVmlwcnAAAAA4aXBjbwAAAAxhdjFDgSACAAAAABRpc3BlAAAAAAAAAAMAAAACAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAgMAAAAlbWRhdBIACgg4BCtICGg0gDIPH/JihOAAFgAAkDWOPH1k',
  gif: 'R0lGODlhAwACAIAAAExpcf///yH5BAUAAAAALAAAAAADAAIAAAICjF8AOw==',
  jpeg: '/9j/2wBDAP//////////////////////////////////////////////////////////////////////////////////////2wBDAf//////////////////////////////////////////////////////////////////////////////////////wAARCAACAAMDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AKAA/9k=',
  png: 'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAAAAAC4HznGAAAAC0lEQVR4nGNggAAAAAgAAbdYc5UAAAAASUVORK5CYII=',
  webp: 'UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoDAAIAAUAmJaQAA3AA/vz0AAA=',
};
const bytesOf = (name: string): Buffer => Buffer.from(PICTURES[name] ?? '', 'base64');

test.each(Object.keys(PICTURES))('reads the size of a picture: %s', (name) => {
  expect(pictureSize(bytesOf(name))).toEqual({ width: 3, height: 2 });
});

test('a picture taken with the camera upright is as high as it is wide in the file', () => {
  const [start, rest] = [bytesOf('jpeg').subarray(0, 2), bytesOf('jpeg').subarray(2)];
  const orientation = 'ffe1 0022 457869660000 4d4d 002a 00000008 0001 0112 0003 00000001 0006 0000 00000000';
  const exif = Buffer.from(orientation.replaceAll(' ', ''), 'hex');
  expect(pictureSize(Buffer.concat([start, exif, rest]))).toEqual({ width: 2, height: 3 });
});

test.each<[string, Uint8Array]>([
  ['an empty file', Buffer.from('')],
  ['a text', Buffer.from('This is not a picture, though its name says so.')],
  ['an SVG, which can run scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"/>')],
  ['a bitmap, which is not for the web', Buffer.from(`424d${'00'.repeat(16)}0300000002000000`, 'hex')],
  ['a picture without an extent', Buffer.from('R0lGODlhAAAAAIAAAExpcf8=', 'base64')],
  ...Object.keys(PICTURES).map((name): [string, Uint8Array] => [
    `the first bytes of a picture: ${name}`,
    bytesOf(name).subarray(0, 8),
  ]),
])('has no size for %s', (_, bytes) => {
  expect(pictureSize(bytes)).toBeNull();
});

test('cut off anywhere, a picture has its size or none, and never another', () => {
  for (const name of Object.keys(PICTURES)) {
    const bytes = bytesOf(name);
    for (let length = 0; length < bytes.length; length++) {
      expect([null, { width: 3, height: 2 }]).toContainEqual(pictureSize(bytes.subarray(0, length)));
    }
  }
});
