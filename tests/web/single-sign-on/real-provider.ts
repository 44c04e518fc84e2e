// An organisation that signs its people in, by the rules: oidc-provider on this machine. Who is at the keyboard, and
// whether they carry on, is for the test to say.
import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type InteractionResults } from "oidc-provider";
import { returnAddress } from "./trip";

export type Colleague = { email?: string; email_verified?: boolean; name?: string };

export type RealProvider = Awaited<ReturnType<typeof startRealProvider>>;

export async function startRealProvider(given: {
  id: string;
  domains: string[];
  /** How our secret is shown: in the request's header or in its body. */
  secretIn: "header" | "body";
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

  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "training",
        client_secret: secret,
        redirect_uris: [returnAddress(given.id)],
        token_endpoint_auth_method: auth,
      },
    ],
    clientAuthMethods: [auth],
    pkce: { required: () => true },
    jwks: { keys: [{ ...signingKey(), use: "sig", kid: "first" }] },
    cookies: { keys: ["only for this test"] },
    claims: { openid: ["sub"], profile: ["name"], email: ["email", "email_verified"], amr: null },
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

const signingKey = () =>
  generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" });
