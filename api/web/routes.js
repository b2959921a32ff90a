/** Every screen by its address; a screen and its style are fetched when they are first needed. */

const screen = (path, file, more = {}) => ({ path, load: () => import(`./screens/${file}.js`), ...more });

/** @type {import("./lib/router.js").Route[]} */
export const ROUTES = [
  screen("", "feed/feed", { tab: "feed" }),
  screen("clips/:clip_id", "feed/one_clip", { tab: "feed" }),
  screen("clips/:clip_id/about", "create/about", { tab: "feed" }),
  screen("create", "create/create", { tab: "create", styles: ["create"] }),
  screen("remix/:clip_id", "create/create", { tab: "create", styles: ["create"] }),
  screen("storyboard", "create/storyboard", { tab: "create", styles: ["create"] }),
  screen("jobs", "create/jobs", { tab: "create" }),
  screen("jobs/:job_id", "create/job", { tab: "create", styles: ["create"] }),
  screen("drafts/:clip_id", "create/draft_page", { tab: "create", styles: ["create"] }),
  screen("notices", "notices/notices", { tab: "you" }),
  screen("people", "you/people", { tab: "people" }),
  screen("people/:person_id", "you/profile", { tab: "people" }),
  screen("people/:person_id/:side", "you/ties", { tab: "people" }),
  screen("you", "you/you", { tab: "you" }),
  screen("invites", "you/invites", { tab: "you", styles: ["you"] }),
  screen("settings", "you/settings", { tab: "you" }),
  screen("blocked", "you/blocked", { tab: "you" }),
  screen("leave", "you/leave", { tab: "you" }),
  screen("refusals", "you/refusals", { tab: "you" }),
  screen("guardians", "you/guardians", { tab: "you" }),
  screen("wards/:person_id", "you/ward", { tab: "you", styles: ["you"] }),
  screen("cameo", "cameo/cameo", { tab: "cameo", styles: ["join", "cameo"] }),
  screen("cameo/enrol", "cameo/enrol", { tab: "cameo", styles: ["cameo"] }),
  screen("cameo/rule", "cameo/rule", { tab: "cameo", styles: ["cameo"] }),
  screen("cameo/grants", "cameo/grants", { tab: "cameo", styles: ["cameo"] }),
  screen("cameo/made-of-me", "cameo/made_of_me", { tab: "cameo", styles: ["cameo"] }),
  screen("cameo/end", "cameo/end", { tab: "cameo", styles: ["cameo"] }),
  screen("cameo/receipts", "cameo/receipts", { tab: "cameo", styles: ["cameo"] }),
  screen("cameo/revocations/:revocation_id", "cameo/revocation", { tab: "cameo", styles: ["cameo"] }),
  screen("review", "roles/review", { tab: "you", styles: ["roles"] }),
  screen("audit", "roles/audit", { tab: "you", styles: ["roles"] }),
  screen("audit/:who", "roles/audit", { tab: "you", styles: ["roles"] }),
  screen("community", "roles/community", { tab: "you", styles: ["roles"] }),
  screen("ask", "ask/ask", { tab: "feed", styles: ["ask"] }),
  screen("rules", "ask/rules", { tab: "feed", styles: ["ask"] }),
  screen("wellness", "wellness/wellness", { tab: "you", styles: ["ask"] }),
  screen("join", "join/join", { open: true, styles: ["join"] }),
  screen("join/:invite", "join/join", { open: true, styles: ["join"] }),
  screen("signin", "join/signin", { open: true, styles: ["join"] }),
];

const fetched = new Map();

/** The component of a route, with its styles in place. */
export async function loadScreen(route) {
  const [module] = await Promise.all([route.load(), ...(route.styles ?? []).map(style)]);
  return module.default;
}

/** Adds a style to the page, once. */
function style(name) {
  if (!fetched.has(name)) fetched.set(name, added(new URL(`./styles/${name}.css`, import.meta.url).href));
  return fetched.get(name);
}

function added(address) {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: address });
  return new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => reject(new Error("a style is missing"));
    document.head.append(link);
  });
}
