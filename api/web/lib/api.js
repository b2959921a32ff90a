/** Speaks to the server: JSON in and out, one's own writes read back, and every refusal as one kind of error. */

import { signal } from "./preact.js";

const POSITION = "Castmates-Position";
const AT_LEAST = "Castmates-At-Least";
const BEHIND = 425;
const BEHIND_WAIT_MS = 60;
const BEHIND_TRIES_MAX = 60;

/** Whether the last call reached the server. */
export const reachable = signal(true);

/** The newest position that one of this phone's own writes took. */
let written = 0;

/** A refusal, with its stable `code`, and words for people in `title` and `detail`. */
export class Problem extends Error {
  /** @param {import("../types/app").ProblemBody} body */
  constructor(body) {
    super(body.title);
    this.name = "Problem";
    this.body = body;
    this.code = body.code;
    this.status = body.status;
    this.detail = body.detail;
  }
}

/** The server did not answer at all. */
export class Unreachable extends Error {
  constructor() {
    super("unreachable");
    this.name = "Unreachable";
    this.code = "unreachable";
  }
}

/** Called when the server no longer knows who asks. */
export const onSignedOut = { handle: () => {} };

/** @typedef {{body?: unknown, headers?: Record<string, string>, signal?: AbortSignal, key?: string}} Options */

/**
 * One call. `body` is sent as JSON, a Blob as it is; a GET waits until it sees what this phone wrote.
 * @param {string} method
 * @param {string} path below `/api`, or whole where it begins with `/media`
 * @param {Options} [options]
 * @returns {Promise<any>} the answer's JSON, or null where it has none
 * @throws {Problem | Unreachable}
 */
export async function call(method, path, options = {}) {
  const address = path.startsWith("/media") ? path : `/api${path}`;
  const request = { method, headers: headersOf(method, options), body: bodyOf(options.body), signal: options.signal };
  for (let tries = 0; ; tries += 1) {
    const answer = await reach(address, request);
    if (answer.status === BEHIND && tries < BEHIND_TRIES_MAX) {
      await pause(BEHIND_WAIT_MS);
      continue;
    }
    if (!answer.ok) throw await problemOf(answer);
    if (method !== "GET") written = Math.max(written, Number(answer.headers.get(POSITION) ?? 0));
    return readBody(answer);
  }
}

/** Answers that were asked for before the screen that wants them was there. */
const ahead = new Map();

/** Begins to ask for what a screen is going to `get`; that takes the answer, once. @param {string} path */
export function getAhead(path) {
  const asked = call("GET", path);
  asked.catch(() => {}); // whoever takes it sees why
  ahead.set(path, asked);
}

export function get(path, options) {
  const asked = ahead.get(path);
  ahead.delete(path);
  return asked ?? call("GET", path, options);
}

export const post = (path, body, options) => call("POST", path, { ...options, body });
export const put = (path, body, options) => call("PUT", path, { ...options, body });
export const del = (path, body, options) => call("DELETE", path, { ...options, body });

/** An address with its query; what is null or undefined is left out. */
export function withQuery(path, query) {
  const named = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return named.length === 0 ? path : `${path}?${new URLSearchParams(named)}`;
}

/** @param {string} method @param {Options} options */
function headersOf(method, { body, headers, key }) {
  const sent = { "Castmates-Client": "web", Accept: "application/json", ...headers };
  if (body !== undefined && !(body instanceof Blob)) sent["Content-Type"] = "application/json";
  if (method === "GET") sent[AT_LEAST] = String(written);
  // The same wish sent twice, for an answer was lost on the way, is handled once.
  if (method === "POST") sent["Idempotency-Key"] = key ?? crypto.randomUUID();
  return sent;
}

const bodyOf = (body) => (body === undefined || body instanceof Blob ? body : JSON.stringify(body));

async function reach(address, request) {
  try {
    const answer = await fetch(address, request);
    reachable.value = true;
    return answer;
  } catch (error) {
    if (request.signal?.aborted) throw error;
    reachable.value = false;
    throw new Unreachable();
  }
}

async function readBody(answer) {
  const text = await answer.text();
  return text === "" ? null : JSON.parse(text);
}

async function problemOf(answer) {
  let body;
  try {
    body = await answer.json();
  } catch {
    body = { code: "internal", status: answer.status, title: answer.statusText, detail: "" };
  }
  if (body.code === "unauthenticated") onSignedOut.handle();
  return new Problem(body);
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
