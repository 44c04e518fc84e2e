// @ts-check
// Opens a register without signal as it was last seen. It keeps registers and what they are drawn with, for half a day;
// everything else goes to the service as if this were not here. Signing out removes it and all that it has kept.

const kept = "registers-1";
const keptFor = 12 * 60 * 60 * 1000;
const patience = 8000;
const keptAt = "x-kept-at";

const isRegister = (/** @type {string} */ path) => /^\/trainer\/registers\/[^/.]+$/.test(path);
const isPart = (/** @type {Request} */ request) =>
  ["style", "script", "image", "font"].includes(request.destination);

const worker = /** @type {any} */ (self);

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (/** @type {any} */ begun) => begun.waitUntil(begin()));
worker.addEventListener("message", (/** @type {any} */ told) => {
  const { page, parts } = told.data ?? {};
  if (typeof page === "string" && isRegister(page) && Array.isArray(parts))
    told.waitUntil(keepAll([page, ...parts]));
});
worker.addEventListener("fetch", (/** @type {any} */ asked) => {
  /** @type {Request} */
  const request = asked.request;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate" && isRegister(pathname)) asked.respondWith(openRegister(request));
  else if (isPart(request)) asked.respondWith(openPart(request));
});

async function begin() {
  for (const name of await caches.keys()) if (name !== kept) await caches.delete(name);
  await worker.clients.claim();
}

/** @param {string[]} addresses */
async function keepAll(addresses) {
  await sweep();
  await Promise.allSettled(
    addresses.map(async (address) => keep(address, await fetch(address, { redirect: "manual" }))),
  );
}

/** @param {Request} request */
async function openRegister(request) {
  const { pathname, search } = new URL(request.url);
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(patience) });
    // Signed out, or no longer theirs to take: then they may not read it without signal either.
    if (response.type === "opaqueredirect" || response.status === 403 || response.status === 404)
      await (await caches.open(kept)).delete(pathname);
    else if (search === "") await keep(pathname, response.clone());
    return response;
  } catch {
    return (await found(pathname)) ?? nothingKept();
  }
}

/** @param {Request} request */
async function openPart(request) {
  try {
    const response = await fetch(request);
    await keep(request.url, response.clone());
    return response;
  } catch {
    return (await found(request.url)) ?? Response.error();
  }
}

/** Keeps an answer that is whole, with its headers: its content security policy among them. @param {string} address @param {Response} response */
async function keep(address, response) {
  if (response.status !== 200) return;
  const headers = new Headers(response.headers);
  headers.delete("content-encoding");
  headers.delete("content-length");
  headers.set(keptAt, String(Date.now()));
  await (await caches.open(kept)).put(address, new Response(await response.blob(), { headers }));
}

/** @param {string} address */
async function found(address) {
  await sweep();
  return (await caches.open(kept)).match(address);
}

/** What was kept too long goes: there are names on a register. */
async function sweep() {
  const cache = await caches.open(kept);
  for (const request of await cache.keys()) {
    const at = Number((await cache.match(request))?.headers.get(keptAt));
    if (!(Date.now() - at < keptFor)) await cache.delete(request);
  }
}

const nothingKept = () =>
  new Response(
    '<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>No signal</title><h1>No signal</h1><p>This register is not kept on this phone. Marks that you made on this phone are. Open the register again when the signal is back, and they are sent.</p></html>',
    {
      status: 503,
      headers: {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": "default-src 'none'",
      },
    },
  );
