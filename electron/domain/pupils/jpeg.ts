/**
 * Whether the bytes are a JPEG picture from its first marker to its last one (ITU-T T.81): start of
 * image, segments that lie within the file with a frame among them, a scan, end of image. A file of
 * another kind with a JPEG's first bytes is none.
 */
export function isJpeg(bytes: Uint8Array): boolean {
  const at = (index: number): number => bytes[index] ?? -1;
  if (at(0) !== 0xff || at(1) !== 0xd8) return false;
  if (at(bytes.length - 2) !== 0xff || at(bytes.length - 1) !== 0xd9) return false;
  let place = 2;
  let frame = false;
  while (place + 4 <= bytes.length) {
    if (at(place) !== 0xff) return false;
    const marker = at(place + 1);
    if (marker === 0xff) {
      place += 1; // a filler before the marker
      continue;
    }
    const length = at(place + 2) * 256 + at(place + 3);
    const end = place + 2 + length;
    if (length < 2 || end > bytes.length - 2) return false;
    // SOF0–SOF15 but the tables among them (DHT, JPG, DAC): the picture's size.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const [height, width] = [
        at(place + 5) * 256 + at(place + 6),
        at(place + 7) * 256 + at(place + 8),
      ];
      if (length < 8 || height === 0 || width === 0) return false;
      frame = true;
    }
    if (marker === 0xda) return frame;
    place = end;
  }
  return false;
}
