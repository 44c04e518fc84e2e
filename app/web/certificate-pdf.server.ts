// A certificate on one A4 page: tagged, in a font that has everyone's letters, and the same bytes each time.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Certificate } from "~/domain/certificates/certificates";
import { duration, plainDate } from "~/shared/format";

export type PrintedCertificate = Pick<
  Certificate,
  "number" | "courseTitle" | "minutes" | "completedOn" | "expiresOn" | "givenAt"
> & {
  personName: string;
  partnershipName: string;
  /** "#0b5772" */
  colour: string;
  /** Where the number is checked. */
  address: string;
};

const require = createRequire(import.meta.url);
const fontFile = (name: string) => readFile(require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));

// The library and its fonts take most of a second and some megabytes: loaded when first needed, and then kept.
let kept: Promise<readonly [typeof import("pdfkit"), Buffer, Buffer]> | undefined;
async function load() {
  const [{ default: Pdf }, plain, bold] = await Promise.all([
    import("pdfkit"),
    fontFile("DejaVuSans"),
    fontFile("DejaVuSans-Bold"),
  ]);
  return [Pdf, plain, bold] as const;
}

/** The library knows of this subset; its types do not. */
const accessible = { subset: "PDF/UA" } as object;

const ink = "#1b1f24";
const codeSize = 120;

/** The page, laid out from top to bottom. The fonts that every PDF program brings along garble names such as Łukasz. */
export async function certificatePdf(certificate: PrintedCertificate): Promise<Uint8Array<ArrayBuffer>> {
  kept ??= load();
  const [Pdf, plain, bold] = await kept;
  const { personName, courseTitle, partnershipName, number, colour, address } = certificate;
  const title = `Certificate of attendance: ${courseTitle}`;
  const pdf = new Pdf({
    size: "A4",
    margins: { top: 90, bottom: 60, left: 70, right: 70 },
    pdfVersion: "1.7",
    ...accessible,
    tagged: true,
    lang: "en-GB",
    displayTitle: true,
    // Without a fixed day the same certificate would be another file each time.
    info: { Title: title, Author: partnershipName, CreationDate: new Date(certificate.givenAt) },
  });
  const parts: Buffer[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    pdf.on("data", (part: Buffer) => parts.push(part));
    pdf.on("end", () => resolve());
    pdf.on("error", reject);
  });
  pdf.registerFont("plain", plain).registerFont("bold", bold);
  const whole = pdf.struct("Document");
  pdf.addStructure(whole);
  const put = (tag: "H1" | "P", write: () => void) => whole.add(pdf.struct(tag, {}, write));
  const line = (text: string, size: number, { font = "plain", tag = "P" as "H1" | "P", gap = 12 } = {}) =>
    put(tag, () => {
      pdf.font(font).fontSize(size).fillColor(ink).text(text, { align: "left" });
      pdf.y += gap;
    });

  pdf.markContent("Artifact", { type: "Layout" });
  pdf.rect(0, 0, pdf.page.width, 26).fill(colour);
  pdf.endMarkedContent();
  line(partnershipName, 13, { gap: 34 });
  line("Certificate of attendance", 28, { font: "bold", tag: "H1", gap: 44 });
  line(personName, 22, { font: "bold", gap: 8 });
  line("completed", 13, { gap: 8 });
  line(courseTitle, 20, { font: "bold", gap: 8 });
  line(`on ${plainDate(certificate.completedOn)}, ${duration(certificate.minutes)} of training.`, 13, {
    gap: 26,
  });
  if (certificate.expiresOn !== null)
    line(`Valid until ${plainDate(certificate.expiresOn)}.`, 13, { font: "bold", gap: 26 });
  line(`Number ${number}`, 13, { font: "bold", gap: 8 });
  line("Anyone with this number can check the certificate at", 11, { gap: 2 });
  line(address, 11, { gap: 16 });
  const modules = await modulesOf(address);
  const { x, y } = pdf;
  whole.add(
    pdf.struct("Figure", { alt: "The address above as a code for a telephone" }, () => {
      const side = codeSize / modules.length;
      for (const [row, cells] of modules.entries())
        for (const [column, dark] of cells.entries())
          if (dark) pdf.rect(x + column * side, y + row * side, side, side);
      pdf.fill("#000000");
    }),
  );
  whole.end();
  pdf.end();
  await finished;
  return new Uint8Array(Buffer.concat(parts));
}

/** The code's squares, row by row: true is dark. */
async function modulesOf(text: string): Promise<boolean[][]> {
  const { default: qrCode } = await import("qrcode");
  const { size, data } = qrCode.create(text, { errorCorrectionLevel: "M" }).modules;
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => Boolean(data[row * size + column])),
  );
}
