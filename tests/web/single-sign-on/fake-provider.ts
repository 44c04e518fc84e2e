// An organisation that says whatever the test has it say, signed with whatever key: for answers that nobody should believe.
import { createHmac, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Told = Record<string, unknown>;
export type Answer = {
  claims?: Told;
  header?: Told;
  key?: "its own" | "another's" | "our secret" | "none";
  /** Signed first, changed afterwards. */
  changedTo?: Told;
  withoutToken?: true;
};

const json = (response: ServerResponse, body: unknown, status = 200) =>
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));

const encoded = (part: Told) => Buffer.from(JSON.stringify(part)).toString("base64url");
const newKey = () => generateKeyPairSync("ec", { namedCurve: "P-256" });

export type FakeProvider = Awaited<ReturnType<typeof startFakeProvider>>;

export async function startFakeProvider(id: string, domains: string[]) {
  const own = newKey();
  const anothers = newKey();
  const secret = "a secret that the two share";
  let answer: Answer = {};
  let nonce = "";
  let instead: ((response: ServerResponse, path: string) => boolean) | null = null;
  const asked: { path: string; body: URLSearchParams }[] = [];

  const server = createServer(async (request, response) => {
    const path = request.url ?? "";
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    asked.push({ path, body: new URLSearchParams(Buffer.concat(chunks).toString()) });
    if (instead?.(response, path)) return;
    if (path === "/.well-known/openid-configuration") return void json(response, metadata);
    if (path === "/keys")
      return void json(response, {
        keys: [{ ...own.publicKey.export({ format: "jwk" }), kid: "own", use: "sig" }],
      });
    if (path === "/more") return void json(response, { sub: "sub-1", ...answer.claims });
    json(response, {
      access_token: "good for nothing",
      token_type: "bearer",
      ...(!answer.withoutToken && { id_token: tokenFor(answer) }),
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const metadata: Told = {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    // As if any would do: what is believed must not hang on this list.
    id_token_signing_alg_values_supported: ["ES256", "HS256", "none"],
    token_endpoint_auth_methods_supported: ["client_secret_post"],
    authorization_response_iss_parameter_supported: true,
  };

  function tokenFor({ claims, header, key = "its own", changedTo }: Answer): string {
    // By the machine's clock, as the library reads it.
    const now = Math.floor(Date.now() / 1000);
    const all: Told = {
      iss: issuer,
      aud: "training",
      sub: "sub-1",
      exp: now + 60,
      iat: now,
      nonce,
      email: "ann@police.example.org",
      email_verified: true,
      name: "Ann Learner",
      ...claims,
    };
    const head = encoded({
      alg: { "our secret": "HS256", none: "none" }[key as string] ?? "ES256",
      kid: "own",
      ...header,
    });
    const signature = signatureOf(`${head}.${encoded(all)}`, key);
    return `${head}.${encoded({ ...all, ...changedTo })}.${signature}`;
  }

  function signatureOf(text: string, key: NonNullable<Answer["key"]>): string {
    if (key === "none") return "";
    if (key === "our secret") return createHmac("sha256", secret).update(text).digest("base64url");
    const privateKey: KeyObject = key === "its own" ? own.privateKey : anothers.privateKey;
    return sign("sha256", Buffer.from(text), { key: privateKey, dsaEncoding: "ieee-p1363" }).toString(
      "base64url",
    );
  }

  return {
    settings: { id, name: `Testford ${id}`, issuer, clientId: "training", clientSecret: secret, domains },
    issuer,
    asked,
    /** What the token will say to whoever began at this address. */
    says(address: URL, given: Answer = {}) {
      nonce = address.searchParams.get("nonce") ?? "";
      answer = given;
    },
    /** Answers otherwise, where it says true; null for as usual. */
    insteadOf(work: typeof instead) {
      instead = work;
    },
    stop: () => void server.close().closeAllConnections(),
  };
}
