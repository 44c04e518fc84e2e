// A zip file says of each part when it was written. The same document has to be the same bytes each time it is asked for,
// so every part was written at the first instant that the format can tell: 1 January 1980.
const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endRecord = 0x06054b50;
const firstDay = 0x21;

/** Sets the times of all parts, in place. @throws Error for what is not a plain zip file */
export function withoutTimes(zip: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const u16 = (at: number) => view.getUint16(at, true);
  const u32 = (at: number) => view.getUint32(at, true);
  const set = (at: number) => {
    view.setUint16(at, 0, true);
    view.setUint16(at + 2, firstDay, true);
  };
  let end = zip.byteLength - 22;
  while (end >= 0 && u32(end) !== endRecord) end--;
  if (end < 0) throw new Error("Not a zip file: it has no end record.");
  let at = u32(end + 16);
  for (let part = 0; part < u16(end + 10); part++) {
    if (u32(at) !== centralHeader) throw new Error("Not a zip file: a part is not where it is said to be.");
    const local = u32(at + 42);
    if (u32(local) !== localHeader) throw new Error("Not a zip file: a part has no header.");
    set(at + 12);
    set(local + 10);
    at += 46 + u16(at + 28) + u16(at + 30) + u16(at + 32);
  }
  return zip;
}
