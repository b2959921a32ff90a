/** The pages of one feed as they come: more at its end, and clips that go are gone at once. */

import { get, post, withQuery } from "../../lib/api.js";
import { utcOffsetMin } from "../../lib/format.js";
import { signal } from "../../lib/preact.js";

const PAGE_ITEMS = 10;

/** Where a page of a feed is; the first without a cursor. */
export const pageAddress = (wish, cursor = null) => withQuery("/feed", { ...wish, limit: PAGE_ITEMS, cursor });

/** @typedef {import("../../types/app").FeedItem} FeedItem */

/** One feed on the screen. */
export class Slate {
  /** @param {{order?: string, from?: string, ask?: string}} wish */
  constructor(wish) {
    this.wish = wish;
    /** @type {import("../../lib/preact.js").Signal<FeedItem[] | undefined>} */
    this.items = signal(undefined);
    this.error = signal(null);
    this.ended = signal(false);
    this.slateId = null;
    this.cursor = null;
    this.loading = null;
    this.saw = new Set();
  }

  /** Fetches the next page, unless one is on its way or there is none. */
  more() {
    if (this.ended.value) return Promise.resolve();
    this.loading ??= this.fetchPage().finally(() => {
      this.loading = null;
    });
    return this.loading;
  }

  async fetchPage() {
    try {
      const page = await get(pageAddress(this.wish, this.cursor));
      this.slateId = page.slate_id;
      this.cursor = page.cursor;
      this.error.value = null;
      this.items.value = [...(this.items.value ?? []), ...page.items];
      this.ended.value = page.cursor === null;
    } catch (error) {
      this.error.value = error;
    }
  }

  /** Takes clips off the screen. @param {(item: FeedItem) => boolean} goes */
  drop(goes) {
    this.items.value = this.items.value?.filter((item) => !goes(item));
  }

  /** Says, once a clip, that it stood on the screen; for how long is nobody's business. */
  seen(clipId) {
    if (this.slateId === null || this.saw.has(clipId)) return;
    this.saw.add(clipId);
    post(`/feed/${this.slateId}/seen`, { clip_ids: [clipId], utc_offset_min: utcOffsetMin() }).catch(() => this.saw.delete(clipId));
  }
}
