// The one cookie: it keeps a person signed in. Nothing else is stored on anyone's device.
import { createCookie } from "@remix-run/node";
import type { Settings } from "~/settings.server";

const tenDays = 10 * 24 * 3600;

/** On https the name carries the `__Host-` prefix, which ties the cookie to this very host. */
function authCookie(settings: Settings) {
  const secure = settings.publicUrl.startsWith("https://");
  return createCookie(secure ? "__Host-signed-in" : "signed-in", {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure,
    maxAge: tenDays,
  });
}

export async function readAuthSecret(request: Request, settings: Settings): Promise<string | null> {
  const value = await authCookie(settings).parse(request.headers.get("Cookie"));
  return typeof value === "string" && value.length > 0 ? value : null;
}

export const keepSignedIn = (secret: string, settings: Settings) => authCookie(settings).serialize(secret);
export const forgetSignedIn = (settings: Settings) => authCookie(settings).serialize("", { maxAge: 0 });
