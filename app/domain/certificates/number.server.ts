// The number of a certificate. Whoever has it may see whose certificate it is, so it must not be guessed: 30 to the power
// of 20 is over 98 bits.
import { createHash } from "node:crypto";
import type { Context } from "~/domain/context";
import { numberLength, numberLetters, writeNumber } from "./certificates";

const base = BigInt(numberLetters.length);

/** A new number, such as "7K2QX-9MPTR-4HWVB-D3NZC". */
export function newNumber({ ids }: Pick<Context, "ids">): string {
  // 256 bits over 98 favour no number that anyone could notice.
  let rest = BigInt(`0x${createHash("sha256").update(`certificate/${ids.secret()}`).digest("hex")}`);
  let letters = "";
  for (let at = 0; at < numberLength; at += 1) {
    letters += numberLetters[Number(rest % base)];
    rest /= base;
  }
  return writeNumber(letters);
}
