/** Sends a film with its progress, which `fetch` does not tell. */

import { Problem, Unreachable } from "../../lib/api.js";

/**
 * @param {string} address @param {Blob} film @param {(fraction: number) => void} onProgress
 * @returns {Promise<void>}
 * @throws {Problem | Unreachable}
 */
export function upload(address, film, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", address);
    request.setRequestHeader("Castmates-Client", "web");
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onerror = () => reject(new Unreachable());
    request.onload = () => (request.status < 300 ? resolve() : reject(new Problem(JSON.parse(request.responseText))));
    request.send(film);
  });
}
