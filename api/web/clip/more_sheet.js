/** What else one can do about a clip: its details, its captions, report it, block who made it, or take it down. */

import { del, post, put } from "../lib/api.js";
import { useAct } from "../lib/asked.js";
import { html, useState } from "../lib/preact.js";
import { href } from "../lib/router.js";
import { captionsAlways, setCaptionsAlways } from "../lib/sound.js";
import { t } from "../lib/texts.js";
import { Button } from "../ui/button.js";
import { Choice, Field, Switch } from "../ui/field.js";
import { Sheet } from "../ui/sheet.js";
import { ProblemNote } from "../ui/states.js";
import { toast } from "../ui/toast.js";

const REASONS = ["unwanted_likeness", "harassment", "sexual", "violence", "spam", "other"];

/** @param {{clip: import("../types/app").ClipCard, mine: boolean, slateId?: string, onClose: () => void, onSheet: (name: string) => void, onGone?: () => void, onMakerGone?: () => void}} props */
export function MoreSheet({ clip, mine, slateId, onClose, onSheet, onGone, onMakerGone }) {
  const [reporting, setReporting] = useState(false);
  const follow = useAct(async () => {
    await put(`/people/${clip.maker.person_id}/follow`);
    toast(t("followed", { handle: clip.maker.handle }));
    onClose();
  });
  const block = useAct(async () => {
    await put(`/people/${clip.maker.person_id}/block`);
    toast(t("blocked", { handle: clip.maker.handle }));
    onMakerGone?.();
  });
  const remove = useAct(async () => {
    await del(`/clips/${clip.clip_id}`);
    onGone?.();
  });
  if (reporting) return html`<${ReportSheet} clip=${clip} onClose=${onClose} />`;
  return html`<${Sheet} title=${t("more")} onClose=${onClose}>
    <${ProblemNote} error=${follow.error ?? block.error ?? remove.error} />
    ${slateId && html`<${Button} icon="circle-help" onClick=${() => onSheet("why")} wide>${t("why")}</${Button}>`}
    <${Button} icon="film" href=${href(`clips/${clip.clip_id}/about`)} wide>${t("clip_about")}</${Button}>
    ${clip.captions_url && html`<${Switch} label=${t("captions_always")} checked=${captionsAlways.value} onChange=${setCaptionsAlways} />`}
    ${!mine &&
    html`<${Button} icon="user-plus" busy=${follow.busy} onClick=${follow.run} wide>${t("follow", { handle: clip.maker.handle })}</${Button}>
      <${Button} icon="flag" onClick=${() => setReporting(true)} wide>${t("report")}</${Button}>
      <${Button} kind="danger" icon="ban" busy=${block.busy} onClick=${block.run} wide>${t("block", { handle: clip.maker.handle })}</${Button}>`}
    ${mine && html`<${Button} kind="danger" icon="trash-2" busy=${remove.busy} onClick=${remove.run} wide>${t("clip_remove")}</${Button}>`}
  </${Sheet}>`;
}

function ReportSheet({ clip, onClose }) {
  const [reason, setReason] = useState(REASONS[0]);
  const [note, setNote] = useState("");
  const report = useAct(async () => {
    await post(`/clips/${clip.clip_id}/reports`, { reason, note: note.trim() || null });
    toast(t("reported"));
    onClose();
  });
  return html`<${Sheet} title=${t("report")} onClose=${onClose}>
    <p class="soft">${t("report_words")}</p>
    <${Choice} label=${t("report_reason")} choices=${REASONS.map((value) => ({ value, label: t(`report_${value}`) }))} value=${reason} onValue=${setReason} />
    <${Field} as="textarea" label=${t("report_note")} value=${note} onValue=${setNote} maxlength="1000" />
    <${ProblemNote} error=${report.error} />
    <${Button} kind="primary" icon="flag" busy=${report.busy} onClick=${report.run} wide>${t("report_send")}</${Button}>
  </${Sheet}>`;
}
