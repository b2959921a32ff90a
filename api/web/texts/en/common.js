/** Texts of the frame and of components that many screens share. */

export default {
  skip: "Skip to content",
  tabs: "Main",
  tab_feed: "Feed",
  tab_people: "People",
  tab_create: "Create",
  tab_cameo: "Cameo",
  tab_you: "You",
  further: "More",
  unseen: { one: "{count} new notice", other: "{count} new notices" },
  offline: "No connection. What you see is what was there; this goes on by itself.",
  unreachable: "The server did not answer. Check your connection and try again.",
  failed: "Something broke on our side. Try again.",
  loading: "Loading",
  retry: "Try again",
  back: "Back",
  close: "Close",
  send: "Send",
  save: "Save",
  show: "Show",
  undo: "Undo",
};
