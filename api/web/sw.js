/** Keeps the app's own files on the phone, so that it opens without a network; never what people made. */

const BUILD = "__BUILD__";
const KEPT = `castmates-${BUILD}`;

addEventListener("install", (event) => {
  // Where the browser can, its own cache need not wait for this worker to wake.
  event.addRoutes?.({ condition: { urlPattern: { pathname: `/app/${BUILD}/*` } }, source: "race-network-and-fetch-handler" });
  event.waitUntil(caches.open(KEPT).then((kept) => kept.add("/")).then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  event.waitUntil(dropOlderBuilds().then(() => clients.claim()));
});

addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname === "/") event.respondWith(newestPage(event.request));
  else if (url.pathname.startsWith(`/app/${BUILD}/`)) event.respondWith(keptFile(event.request));
});

async function dropOlderBuilds() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name)));
}

/** The server's page where it answers, the kept one where it does not: a new build is seen at once. */
async function newestPage(request) {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match("/")) ?? Response.error();
  }
}

/** Files are named by their build, so a kept one is never stale. */
async function keptFile(request) {
  const kept = await caches.open(KEPT);
  const found = await kept.match(request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) await kept.put(request, answer.clone());
  return answer;
}
