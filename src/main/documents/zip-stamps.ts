/** 1980-01-01 00:00, the first day that a zip entry can bear: date in the high 16 bits, time in the low. */
const firstDay = 0x00210000;

const centralEntry = 0x02014b50;
const localEntry = 0x04034b50;
const endOfDirectory = 0x06054b50;

/** Sets the time of every entry of a zip to one fixed moment, in place; throws where the bytes are not a plain zip. */
export function fixZipStamps(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.byteLength - 22;
  if (end < 0 || view.getUint32(end, true) !== endOfDirectory) {
    throw new Error('A Word file must end with the directory of its zip.');
  }
  const entries = view.getUint16(end + 10, true);
  let place = view.getUint32(end + 16, true);
  for (let entry = 0; entry < entries; entry += 1) {
    if (view.getUint32(place, true) !== centralEntry) {
      throw new Error(`Entry ${entry} of the zip is not where the directory says.`);
    }
    const local = view.getUint32(place + 42, true);
    if (view.getUint32(local, true) !== localEntry) {
      throw new Error(`Entry ${entry} of the zip has no local header.`);
    }
    view.setUint32(place + 12, firstDay, true);
    view.setUint32(local + 10, firstDay, true);
    place +=
      46 +
      view.getUint16(place + 28, true) +
      view.getUint16(place + 30, true) +
      view.getUint16(place + 32, true);
  }
  return bytes;
}
