// Which email domains may prove an agency. Pure.

/** Anybody may have an address there, so it proves nothing about where they work. */
const openToAll = new Set(
  `aol.com btinternet.com fastmail.com gmail.com gmx.com googlemail.com hotmail.com hotmail.co.uk hushmail.com icloud.com
  live.co.uk live.com mac.com mail.com me.com msn.com ntlworld.com outlook.com outlook.co.uk pm.me proton.me
  protonmail.com sky.com talktalk.net virginmedia.com yahoo.co.uk yahoo.com ymail.com zoho.com`.split(/\s+/),
);

/** Many organisations have theirs under it: a domain proves those below it, so claiming it would claim them all. */
const aboveMany = new Set(
  `ac.uk co.uk gov.uk gov.wales gov.scot ltd.uk me.uk mod.uk net.uk nhs.uk org.uk parliament.uk plc.uk police.uk
  sch.uk`.split(/\s+/),
);

const oneDomain = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

export type DomainProblem = "not a domain" | "open to all" | "above many";

/** As it is kept: people paste "@Police.Example.org". */
const plainDomain = (typed: string) => typed.trim().toLowerCase().replace(/^@/, "").replace(/\.$/, "");

/** The domains on the lines of a box, each once; or the first that will not do, as it was typed. */
export function readDomains(
  text: string,
): { ok: true; domains: string[] } | { ok: false; typed: string; problem: DomainProblem } {
  const domains: string[] = [];
  for (const typed of text.split(/[\s,;]+/).filter(Boolean)) {
    const domain = plainDomain(typed);
    if (!oneDomain.test(domain)) return { ok: false, typed, problem: "not a domain" };
    if (openToAll.has(domain)) return { ok: false, typed, problem: "open to all" };
    if (aboveMany.has(domain)) return { ok: false, typed, problem: "above many" };
    if (!domains.includes(domain)) domains.push(domain);
  }
  return { ok: true, domains };
}
