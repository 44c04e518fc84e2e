// From a path to text: everything that can be wrong with a file before its rows are looked at.
import { readFileSync, statSync } from "node:fs";
import { wholeNumber } from "~/shared/format";
import { done, type Result, refused } from "~/shared/result";

const megabyte = 1024 * 1024;
/** Ten years of the programme fit in one; a larger file is another file. */
export const largestFile = 20 * megabyte;

/** The text of a file, or in plain words why it cannot be read. A large file is refused before it is read. */
export function openFile(path: string): Result<string, string> {
  try {
    const found = statSync(path);
    if (found.isDirectory()) return refused(`${path} is a folder. Name the CSV file inside it.`);
    if (!found.isFile()) return refused(`${path} is not an ordinary file. Name a CSV file.`);
    if (found.size > largestFile) {
      return refused(
        `${path} holds ${wholeNumber(Math.ceil(found.size / megabyte))} MB; the limit is ${largestFile / megabyte} MB. Check that it is the right file, or split it.`,
      );
    }
    return decodeFile(readFileSync(path));
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    if (error.code === "ENOENT") return refused(`There is no file ${path}. Check its name and folder.`);
    return refused(`${path} cannot be read (${error.code}). Check its name, and that you may open it.`);
  }
}

/** The text that a file's bytes hold, without a byte order mark. Pure. */
export function decodeFile(bytes: Uint8Array): Result<string, string> {
  if (bytes.includes(0)) {
    return refused(
      'The file holds NUL bytes, so it is not plain text. In Excel, save it as "CSV UTF-8 (Comma delimited)".',
    );
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return refused('The file is not UTF-8 text. In Excel, save it as "CSV UTF-8 (Comma delimited)".');
  }
  return text.trim() === "" ? refused("The file is empty. Row 1 must hold the column names.") : done(text);
}
