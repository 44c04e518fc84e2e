// Reads the settings from the environment once, and refuses to go on with a missing or unsafe one.
import { z } from "zod";

const blankAsUnset = (value: unknown) => (value === "" ? undefined : value);
const optional = z.preprocess(blankAsUnset, z.string().optional());

const hostName = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;

/** An organisation that signs its people in. */
const oidcProvider = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, "small letters, digits and hyphens only"),
  /** As it stands on the button: "Sign in with …". */
  name: z.string().min(1),
  issuer: z.url({ protocol: /^https?$/ }),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  /** Whose addresses it may vouch for. */
  domains: z.array(z.string().toLowerCase().regex(hostName, "a domain such as council.example.org")).min(1),
});
export type OidcProvider = z.infer<typeof oidcProvider>;

const environment = z.object({
  NODE_ENV: z.preprocess(blankAsUnset, z.enum(["production", "development", "test"]).default("development")),
  HOST: z.preprocess(blankAsUnset, z.string().default("127.0.0.1")),
  PORT: z.preprocess(blankAsUnset, z.coerce.number().int().min(0).max(65535).default(3000)),
  DATABASE_PATH: optional,
  PUBLIC_URL: z.preprocess(blankAsUnset, z.url({ protocol: /^https?$/ }).optional()),
  SECRET: optional,
  MAIL_FROM: optional,
  RESEND_API_KEY: optional,
  /** Signs the provider's calls about letters. */
  RESEND_WEBHOOK_SECRET: optional,
  RESEND_BASE_URL: z.preprocess(blankAsUnset, z.url().optional()),
  SMTP_URL: optional,
  OIDC_PROVIDERS: optional,
  TRUSTED_PROXIES: z.preprocess(blankAsUnset, z.coerce.number().int().min(0).max(5).default(0)),
  DEMO: z.preprocess(blankAsUnset, z.enum(["0", "1"]).default("0")),
});

/** A mail server that takes letters for everybody. */
export type SmtpRelay = {
  host: string;
  port: number;
  /** Encrypted from the first byte; otherwise by STARTTLS. */
  secure: boolean;
  /** On this very machine nobody listens in between. */
  plainAllowed: boolean;
  login: { user: string; password: string } | null;
};

export type Settings = {
  production: boolean;
  /** Demonstration data, known passwords and a mail tray that anyone can read. Never real people. */
  demo: boolean;
  host: string;
  port: number;
  databasePath: string;
  /** Where people reach the service, without a slash at the end. */
  publicUrl: string;
  /** Signs links and cookies, and seals second factors. */
  secret: string;
  mailFrom: string;
  /** Without this and a relay, messages go to the mail tray instead of out. */
  resend: { apiKey: string; baseUrl: string | undefined } | null;
  /** An organisation's own relay. */
  smtp: SmtpRelay | null;
  /** Signs the provider's calls about letters; null: it makes none, and none is taken. */
  webhookSecret: string | null;
  oidcProviders: OidcProvider[];
  /** How many of our own proxies stand before this server, each adding to X-Forwarded-For. */
  trustedProxies: number;
};

/** A setting is missing or unsafe; the message names it and says what to do. */
export class UnusableSettings extends Error {}

/**
 * @throws UnusableSettings naming every setting that is missing or unsafe
 */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    throw new UnusableSettings(
      parsed.error.issues
        .map((issue) => `${issue.path.join(".")} is not usable: ${issue.message}`)
        .join("\n"),
    );
  }
  const given = parsed.data;
  const demo = given.DEMO === "1";
  const production = given.NODE_ENV === "production" && !demo;
  const problems: string[] = [];
  if (production) {
    if (!given.DATABASE_PATH) problems.push("DATABASE_PATH is missing: the file that holds the database.");
    if (!given.PUBLIC_URL)
      problems.push("PUBLIC_URL is missing: the address people use, such as https://training.example.org.");
    else if (!given.PUBLIC_URL.startsWith("https://")) problems.push("PUBLIC_URL must start with https://.");
    if (!given.SECRET) problems.push("SECRET is missing: at least 32 random characters.");
    else if (given.SECRET.length < 32) problems.push("SECRET is too short: at least 32 random characters.");
    else if (isPlaceholder(given.SECRET))
      problems.push("SECRET is not random: make one with `openssl rand -base64 48`.");
    if (!given.MAIL_FROM) problems.push("MAIL_FROM is missing: the address that messages come from.");
    if (!given.RESEND_API_KEY && !given.SMTP_URL)
      problems.push(
        "RESEND_API_KEY is missing, and so is SMTP_URL: without one of them no message leaves the service.",
      );
  }
  if (given.PUBLIC_URL && new URL(given.PUBLIC_URL).pathname !== "/")
    problems.push("PUBLIC_URL must end after the host: no page knows of a folder before it.");
  if (given.RESEND_WEBHOOK_SECRET && !/^whsec_[A-Za-z0-9+/]{24,}={0,2}$/.test(given.RESEND_WEBHOOK_SECRET))
    problems.push("RESEND_WEBHOOK_SECRET is not usable: copy it whole from the provider, from whsec_ on.");
  if (given.RESEND_API_KEY && given.SMTP_URL)
    problems.push(
      "RESEND_API_KEY and SMTP_URL are both there: take one out, or nobody knows which one sends.",
    );
  const relay = readRelay(given.SMTP_URL);
  if (relay === "unusable")
    // The value itself holds a password and is not repeated.
    problems.push("SMTP_URL is not usable: write smtp://user:password@relay.example.org:587, or smtps://.");
  const oidc = readProviders(given.OIDC_PROVIDERS, { httpAllowed: !production });
  problems.push(...oidc.problems);
  if (problems.length > 0) throw new UnusableSettings(problems.join("\n"));
  return {
    production,
    demo,
    host: given.HOST,
    port: given.PORT,
    databasePath: given.DATABASE_PATH ?? "data/development.db",
    publicUrl: (given.PUBLIC_URL ?? `http://localhost:${given.PORT}`).replace(/\/$/, ""),
    secret: given.SECRET ?? "only-for-development-and-demonstration",
    mailFrom: given.MAIL_FROM ?? "Joint training offer <training@example.org>",
    resend: given.RESEND_API_KEY ? { apiKey: given.RESEND_API_KEY, baseUrl: given.RESEND_BASE_URL } : null,
    webhookSecret: given.RESEND_WEBHOOK_SECRET ?? null,
    smtp: relay === "unusable" ? null : relay,
    oidcProviders: oidc.providers,
    trustedProxies: given.TRUSTED_PROXIES,
  };
}

/** Words that stand in examples, or the same few letters over and over: not what a machine made at random. */
const isPlaceholder = (secret: string) =>
  /change.?(me|this)|placeholder|only.for.development|your.?secret|example|insert.here|replace.?(me|this)/i.test(
    secret,
  ) || new Set(secret).size < 10;

/**
 * "smtps://" is encrypted from the start, "smtp://" by STARTTLS, without which nothing is sent; only a relay on this
 * very machine may go without.
 */
function readRelay(text: string | undefined): SmtpRelay | null | "unusable" {
  if (text === undefined) return null;
  const given = URL.canParse(text) ? new URL(text) : null;
  const secure = given?.protocol === "smtps:";
  if (
    !given ||
    (!secure && given.protocol !== "smtp:") ||
    given.hostname === "" ||
    /^\/./.test(given.pathname)
  )
    return "unusable";
  if ((given.username === "") !== (given.password === "")) return "unusable";
  const host = given.hostname.replace(/^\[(.*)\]$/, "$1");
  const decoded = { user: fromUrl(given.username), password: fromUrl(given.password) };
  if (decoded.user === null || decoded.password === null) return "unusable";
  return {
    host,
    port: given.port === "" ? (secure ? 465 : 587) : Number(given.port),
    secure,
    plainAllowed: !secure && ["localhost", "127.0.0.1", "::1"].includes(host),
    login: decoded.user === "" ? null : { user: decoded.user, password: decoded.password },
  };
}

function fromUrl(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function readProviders(
  text: string | undefined,
  { httpAllowed }: { httpAllowed: boolean },
): { providers: OidcProvider[]; problems: string[] } {
  if (text === undefined) return { providers: [], problems: [] };
  const parsed = z.array(oidcProvider).safeParse(fromJson(text));
  if (!parsed.success) {
    return {
      providers: [],
      problems: parsed.error.issues.map(({ path, message }) =>
        // The value itself may hold a secret and is not repeated.
        ["OIDC_PROVIDERS", ...path.map(String)].join(" ").concat(` is not usable: ${message}`),
      ),
    };
  }
  const providers = parsed.data;
  const ids = providers.map(({ id }) => id);
  const problems = ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id) => `OIDC_PROVIDERS has the id ${id} twice.`);
  for (const { id, issuer } of providers) {
    if (!httpAllowed && !issuer.startsWith("https://"))
      problems.push(`OIDC_PROVIDERS ${id}: its issuer must start with https://.`);
  }
  return { providers, problems };
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return "no JSON";
  }
}
