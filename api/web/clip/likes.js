/** A like that shows at once and is taken back where the server refuses it. */

import { del, put } from "../lib/api.js";
import { useEffect, useState } from "../lib/preact.js";
import { toastProblem } from "../ui/toast.js";

/** @param {import("../types/app").ClipCard} clip */
export function useLike(clip) {
  const [like, setLike] = useState({ liked: clip.liked, count: clip.likes_count });
  useEffect(() => setLike({ liked: clip.liked, count: clip.likes_count }), [clip.liked, clip.likes_count]);
  const set = async (liked) => {
    if (liked === like.liked) return;
    const before = like;
    setLike({ liked, count: like.count + (liked ? 1 : -1) });
    navigator.vibrate?.(8);
    try {
      await (liked ? put : del)(`/clips/${clip.clip_id}/like`);
    } catch (error) {
      setLike(before);
      toastProblem(error);
    }
  };
  return { ...like, set };
}
