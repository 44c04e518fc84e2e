// The certificate as a PDF: its words with everyone's letters, its tags, and the same bytes each time.
import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { expect, test } from "vitest";
import { certificatePdf, type PrintedCertificate } from "~/web/certificate-pdf.server";

const printed: PrintedCertificate = {
  number: "7K2QX-9MPTR-4HWVB-D3NZC",
  courseTitle: "Esgeulustod: Ŵyr a’r Tŷ",
  personName: "Łukasz Żółć Ŵyn-Ŷsgol Ó Séaghdha",
  partnershipName: "Test partnership",
  minutes: 390,
  completedOn: "2026-11-24",
  expiresOn: "2029-11-24",
  givenAt: Date.UTC(2026, 10, 24, 17),
  colour: "#0b5772",
  address: "https://training.example.org/verify/7K2QX-9MPTR-4HWVB-D3NZC",
};

const textOf = async (pdf: Uint8Array) => {
  const { text, totalPages } = await extractText(await getDocumentProxy(pdf.slice()), { mergePages: true });
  return { text: text.replace(/\s+/g, " "), totalPages };
};

test("says whose it is and for what, in Welsh and Polish letters as in any others, on one page", async () => {
  const { text, totalPages } = await textOf(await certificatePdf(printed));
  expect(totalPages).toBe(1);
  for (const words of [
    "Łukasz Żółć Ŵyn-Ŷsgol Ó Séaghdha",
    "Esgeulustod: Ŵyr a’r Tŷ",
    "24 November 2026, 6 hours 30 minutes",
    "Valid until 24 November 2029",
    "7K2QX-9MPTR-4HWVB-D3NZC",
    printed.address,
  ])
    expect(text).toContain(words);
});

test("the longest names and titles stay on one page", async () => {
  const long = { personName: "Ann ".repeat(30).trim(), courseTitle: "Working together ".repeat(12).trim() };
  expect((await textOf(await certificatePdf({ ...printed, ...long }))).totalPages).toBe(1);
});

test("one that does not run out says nothing of a last day", async () => {
  expect((await textOf(await certificatePdf({ ...printed, expiresOn: null }))).text).not.toContain("Valid");
});

test("is tagged, in British English, with a title that programs show", async () => {
  const pdf = await certificatePdf(printed);
  const raw = Buffer.from(pdf).toString("latin1");
  expect(raw).toMatch(/\/MarkInfo/);
  expect(raw).toMatch(/\/StructTreeRoot/);
  expect(raw).toMatch(/\/Lang \(en-GB\)/);
  expect(raw).toMatch(/\/DisplayDocTitle true/);
  expect(raw).toMatch(/\/S \/H1/);
  expect(raw).toMatch(/\/S \/Figure/);
  expect(raw).toMatch(/\/Alt \(The address above/);
  const { info } = await getMeta(await getDocumentProxy(pdf.slice()));
  expect(info.Title).toBe("Certificate of attendance: Esgeulustod: Ŵyr a’r Tŷ");
});

test("the same certificate is the same file, another is not", async () => {
  const [first, second] = [await certificatePdf(printed), await certificatePdf(printed)];
  expect(Buffer.compare(first, second)).toBe(0);
  expect(Buffer.compare(first, await certificatePdf({ ...printed, minutes: 391 }))).not.toBe(0);
});
