// Single sign-on with OpenID Connect: the way to the organisation that knows the person, and what it says of them on
// the way back. Nothing it says is believed before its signature, issuer, audience, nonce and time have been checked.
import * as oidc from "openid-client";
import { log } from "~/log.server";
import type { OidcProvider, Settings } from "~/settings.server";
import { hours } from "~/shared/clock";
import { NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import type { SigningIn } from "./cookies.server";
import type { Visit } from "./enter.server";
import { type ClaimsRefusal, identityIn, namesNoAddress, type ProvedIdentity } from "./identity-claims";
import { paths } from "./paths";

export type SignOnRefusal = "too late" | "declined" | "not believed" | "out of order" | ClaimsRefusal;

/** How long an organisation may take over one answer, in seconds. */
const patience = 10;
const metadataLasts = hours(1);

/** @throws NotFound when no organisation of that name signs people in here */
export function providerNamed(settings: Settings, id: string | undefined): OidcProvider {
  const provider = settings.oidcProviders.find((one) => one.id === id);
  if (!provider) throw new NotFound("organisation that signs people in");
  return provider;
}

/** For the buttons: what anyone may know of them. */
export const listProviders = (settings: Settings) =>
  settings.oidcProviders.map(({ id, name }) => ({ id, name }));

const found = new WeakMap<OidcProvider, { at: number; configuration: Promise<oidc.Configuration> }>();

/** What the organisation publishes about itself, asked for once an hour; a failure is not kept. */
function configurationOf(visit: Visit, provider: OidcProvider): Promise<oidc.Configuration> {
  const now = visit.clock.now();
  const kept = found.get(provider);
  if (kept && now - kept.at < metadataLasts) return kept.configuration;
  const configuration = discover(provider, visit.settings);
  found.set(provider, { at: now, configuration });
  configuration.catch(() => found.delete(provider));
  return configuration;
}

async function discover(provider: OidcProvider, settings: Settings): Promise<oidc.Configuration> {
  const issuer = new URL(provider.issuer);
  const configuration = await oidc.discovery(
    issuer,
    provider.clientId,
    provider.clientSecret,
    secretShownAsAsked(provider.clientSecret),
    {
      timeout: patience,
      execute: [
        // Without it the library trusts that the token came over TLS and looks at no signature.
        oidc.enableNonRepudiationChecks,
        ...(issuer.protocol === "http:" && !settings.production ? [oidc.allowInsecureRequests] : []),
      ],
    },
  );
  // For Microsoft's addresses the library lets another issuer pass, one that stands for every tenant there is.
  if (new URL(configuration.serverMetadata().issuer).href !== issuer.href)
    throw new Error(`OIDC_PROVIDERS ${provider.id}: what stands at its issuer's address names another.`);
  return configuration;
}

/** In the body where the organisation takes it so, as nobody agrees on how the header is to be encoded. */
function secretShownAsAsked(secret: string): oidc.ClientAuth {
  const inBody = oidc.ClientSecretPost(secret);
  const inHeader = oidc.ClientSecretBasic(secret);
  return (server, client, body, headers) => {
    const ways = server.token_endpoint_auth_methods_supported ?? [];
    const show = ways.includes("client_secret_post") ? inBody : inHeader;
    show(server, client, body, headers);
  };
}

/** A round of single sign-on, to be kept in the browser that begins it. */
export const newRound = (visit: Visit, provider: OidcProvider, returnTo: string) => ({
  provider: provider.id,
  state: visit.ids.secret(),
  nonce: visit.ids.secret(),
  verifier: visit.ids.secret(),
  returnTo,
});

const returnAddress = ({ settings }: Visit, provider: OidcProvider) =>
  new URL(paths.signInWithReturn(provider.id), settings.publicUrl);

/** Where the organisation asks the person who they are. */
export async function addressToSignOn(
  visit: Visit,
  provider: OidcProvider,
  round: SigningIn,
): Promise<Result<string, SignOnRefusal>> {
  try {
    const address = oidc.buildAuthorizationUrl(await configurationOf(visit, provider), {
      redirect_uri: returnAddress(visit, provider).href,
      scope: "openid profile email",
      state: round.state,
      nonce: round.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(round.verifier),
      code_challenge_method: "S256",
    });
    return done(address.href);
  } catch (problem) {
    logFault(visit, provider, "out of order", problem);
    return refused("out of order");
  }
}

/** The round, begun in this browser, that the organisation's answer is for; null where there is none. */
export const roundAnswered = (visit: Visit, provider: OidcProvider, round: SigningIn | null) =>
  round?.provider === provider.id && visit.url.searchParams.get("state") === round.state ? round : null;

/** Who the person is, once the organisation's answer has come back to the browser that asked. */
export async function identityBroughtBack(
  visit: Visit,
  provider: OidcProvider,
  round: SigningIn,
): Promise<Result<ProvedIdentity, SignOnRefusal>> {
  const { searchParams } = visit.url;
  if (visit.clock.now() >= round.until) return refused("too late");
  try {
    const configuration = await configurationOf(visit, provider);
    const back = returnAddress(visit, provider);
    back.search = searchParams.toString();
    const tokens = await oidc.authorizationCodeGrant(configuration, back, {
      expectedState: round.state,
      expectedNonce: round.nonce,
      pkceCodeVerifier: round.verifier,
    });
    const claims = tokens.claims();
    if (!claims) return refused("not believed");
    const more =
      namesNoAddress(claims) && configuration.serverMetadata().userinfo_endpoint
        ? await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub)
        : {};
    return identityIn(claims, more);
  } catch (problem) {
    const reason = refusalIn(problem);
    logFault(visit, provider, reason, problem);
    return refused(reason);
  }
}

const declining = [
  "access_denied",
  "login_required",
  "consent_required",
  "interaction_required",
  "account_selection_required",
];

/** The answer came, and is not what it should be; everything else is the organisation's trouble, or that of the settings. */
const doubtful = [
  "OAUTH_INVALID_RESPONSE",
  "OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED",
  "OAUTH_JWT_CLAIM_COMPARISON_FAILED",
  "OAUTH_JWT_TIMESTAMP_CHECK_FAILED",
  "OAUTH_KEY_SELECTION_FAILED",
  "OAUTH_PARSE_ERROR",
  "OAUTH_UNSUPPORTED_OPERATION",
];

function refusalIn(problem: unknown): "declined" | "not believed" | "out of order" {
  if (problem instanceof oidc.AuthorizationResponseError && declining.includes(problem.error))
    return "declined";
  // The code was used before, or is not ours.
  if (problem instanceof oidc.ResponseBodyError && problem.error === "invalid_grant") return "not believed";
  if (problem instanceof oidc.ClientError && doubtful.includes(problem.code ?? "")) return "not believed";
  return "out of order";
}

/** Only the library's own words: what the organisation or the browser sent holds tokens and text of strangers. */
function logFault(visit: Visit, provider: OidcProvider, reason: SignOnRefusal, problem: unknown): void {
  const said = problem instanceof Error ? problem : new Error("unknown");
  const line = {
    provider: provider.id,
    reference: visit.reference,
    reason,
    told: said.message,
    ...("code" in said && { fault: String(said.code) }),
    ...(said.cause instanceof Error && { because: said.cause.message }),
    ...("error" in said && /^[a-z_]{1,60}$/.test(String(said.error)) && { error: said.error }),
  };
  if (reason === "out of order") log.error(line, "single sign-on out of order");
  else log.warn(line, "single sign-on refused");
}
