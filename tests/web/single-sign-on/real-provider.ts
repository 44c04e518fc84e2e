// An organisation that signs its people in, by the rules: oidc-provider on this machine. Who is at the keyboard, and
// whether they carry on, is for the test to say.
import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { InteractionResults, Provider } from "oidc-provider";
import { vi } from "vitest";
import { returnAddress } from "./trip";

// It warns that its keys and its memory are for tests, which they are, and of Node versions that it works with.
const warn = console.warn;
vi.spyOn(console, "warn").mockImplementation((...words) => {
  if (!String(words[0]).startsWith("oidc-provider")) warn(...words);
});
const { default: OidcProvider } = await import("oidc-provider");

export type Colleague = { email?: string; email_verified?: boolean; name?: string };

export type RealProvider = Awaited<ReturnType<typeof startRealProvider>>;

export async function startRealProvider(given: {
  id: string;
  domains: string[];
  /** How our secret is shown: in the request's header or in its body. */
  secretIn: "header" | "body";
  signsWith: "RS256" | "ES256";
  /** Whether the token says all, or has us ask for more. */
  tellsAllInToken: boolean;
}) {
  const colleagues = new Map<string, Colleague>();
  let atTheKeyboard: InteractionResults = { error: "access_denied" };

  const server = createServer((request, response) => {
    if (!request.url?.startsWith("/interaction/")) return void answer(request, response);
    provider.interactionFinished(request, response, atTheKeyboard).catch(() => response.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const secret = "a secret that the two share";
  const auth = given.secretIn === "header" ? "client_secret_basic" : "client_secret_post";

  const provider: Provider = new OidcProvider(issuer, {
    clients: [
      {
        client_id: "training",
        client_secret: secret,
        redirect_uris: [returnAddress(given.id)],
        token_endpoint_auth_method: auth,
        id_token_signed_response_alg: given.signsWith,
      },
    ],
    clientAuthMethods: [auth],
    pkce: { required: () => true },
    jwks: { keys: [{ ...signingKey(given.signsWith), use: "sig", kid: "first" }] },
    cookies: { keys: ["only for this test"] },
    claims: { openid: ["sub", "amr"], profile: ["name"], email: ["email", "email_verified"] },
    conformIdTokenClaims: !given.tellsAllInToken,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ ...colleagues.get(sub), sub }) }),
    // Nobody is asked whether we may know their address: their employer has said so.
    async loadExistingGrant(ctx) {
      const grant = new provider.Grant({ clientId: "training", accountId: ctx.oidc.session?.accountId });
      grant.addOIDCScope("openid profile email");
      await grant.save();
      return grant;
    },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
  });
  const answer = provider.callback();

  return {
    settings: {
      id: given.id,
      name: `Testford ${given.id}`,
      issuer,
      clientId: "training",
      clientSecret: secret,
      domains: given.domains,
    },
    /** This colleague signs in when asked; `amr` says by what means. */
    colleague(sub: string, claims: Colleague, amr: string[] = ["pwd"]) {
      colleagues.set(sub, claims);
      atTheKeyboard = { login: { accountId: sub, amr } };
    },
    /** Whoever is asked next presses Cancel. */
    cancels() {
      atTheKeyboard = { error: "access_denied", error_description: "<b>told by a stranger</b>" };
    },
    stop: () => void server.close().closeAllConnections(),
  };
}

const signingKey = (algorithm: "RS256" | "ES256") => {
  const { privateKey } =
    algorithm === "RS256"
      ? generateKeyPairSync("rsa", { modulusLength: 2048 })
      : generateKeyPairSync("ec", { namedCurve: "P-256" });
  return privateKey.export({ format: "jwk" });
};
