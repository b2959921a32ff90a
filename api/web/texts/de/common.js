/** Texte des Rahmens und der gemeinsamen Bausteine. */

export default {
  skip: "Zum Inhalt",
  tabs: "Hauptmenü",
  tab_feed: "Feed",
  tab_people: "Leute",
  tab_create: "Neu",
  tab_cameo: "Cameo",
  tab_you: "Du",
  further: "Mehr",
  unseen: { one: "{count} neuer Hinweis", other: "{count} neue Hinweise" },
  offline: "Keine Verbindung. Du siehst, was zuletzt da war; es geht von selbst weiter.",
  unreachable: "Der Server hat nicht geantwortet. Prüf deine Verbindung und versuch es noch einmal.",
  failed: "Bei uns ist etwas kaputtgegangen. Versuch es noch einmal.",
  loading: "Lädt",
  retry: "Noch einmal",
  back: "Zurück",
  close: "Schließen",
  send: "Senden",
  save: "Speichern",
  show: "Zeigen",
  undo: "Rückgängig",
};
