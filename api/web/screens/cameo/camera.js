/** The camera and microphone of the phone, and a recording of both. */

const TYPES = ["video/mp4;codecs=avc1.42E01E,mp4a.40.2", "video/webm;codecs=vp9,opus", "video/webm;codecs=vp8,opus", "video/webm"];
const BITS_PER_S = 2_500_000;
const WANTED = {
  video: { facingMode: "user", width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } },
  audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: true },
};

/**
 * Opens the front camera.
 * @returns {Promise<MediaStream>}
 * @throws {Error} whose `code` is `camera_none`, `camera_denied` or `camera_insecure`
 */
export async function openCamera() {
  if (!navigator.mediaDevices?.getUserMedia) throw faultOf(isSecureContext ? "camera_none" : "camera_insecure");
  try {
    return await navigator.mediaDevices.getUserMedia(WANTED);
  } catch (error) {
    throw faultOf(error.name === "NotAllowedError" ? "camera_denied" : "camera_none");
  }
}

/** Records until `stop` is called, which gives the film. @param {MediaStream} stream */
export function record(stream) {
  const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
  const recorder = new MediaRecorder(stream, { mimeType, videoBitsPerSecond: BITS_PER_S });
  const pieces = [];
  recorder.ondataavailable = (event) => pieces.push(event.data);
  recorder.start(1000);
  return {
    /** @returns {Promise<Blob>} */
    stop: () =>
      new Promise((resolve) => {
        recorder.onstop = () => resolve(new Blob(pieces, { type: recorder.mimeType }));
        recorder.stop();
      }),
  };
}

/** Lets the camera go; its light goes out. */
export function closeCamera(stream) {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

const faultOf = (code) => Object.assign(new Error(code), { code });
