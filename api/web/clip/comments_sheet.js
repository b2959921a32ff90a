/** What people wrote under a clip, and room to write. */

import { del, get, post, withQuery } from "../lib/api.js";
import { useAct, useAsked } from "../lib/asked.js";
import { ago } from "../lib/format.js";
import { html, useState } from "../lib/preact.js";
import { me } from "../lib/session.js";
import { t } from "../lib/texts.js";
import { Avatar } from "../ui/avatar.js";
import { Button, IconButton } from "../ui/button.js";
import { Field } from "../ui/field.js";
import { Sheet } from "../ui/sheet.js";
import { Empty, ProblemNote, Shown } from "../ui/states.js";

/** @param {{clip: import("../types/app").ClipCard, mine: boolean, onClose: () => void}} props */
export function CommentsSheet({ clip, mine, onClose }) {
  const address = `/clips/${clip.clip_id}/comments`;
  const comments = useAsked(() => get(withQuery(address, {})), [clip.clip_id]);
  const [text, setText] = useState("");
  const write = useAct(async () => {
    await post(address, { text });
    setText("");
    await comments.again();
  });
  const remove = useAct(async (comment) => {
    await del(`${address}/${comment.comment_id}`);
    await comments.again();
  });
  const submit = (event) => {
    event.preventDefault();
    if (text.trim()) write.run();
  };
  return html`<${Sheet} title=${t("comments")} onClose=${onClose}>
    <${Shown} asked=${comments}>
      ${(found) =>
        found.length === 0
          ? html`<${Empty} icon="message-circle" words=${t("comments_none")} />`
          : html`<ul class="stack">
              ${found.map(
                (comment) => html`<li class="row" key=${comment.comment_id}>
                  <${Avatar} handle=${comment.handle} />
                  <div class="grow">
                    <p class="small soft">@${comment.handle ?? "?"} · ${ago(comment.at)}</p>
                    <p class="comment">${comment.text}</p>
                  </div>
                  ${(mine || comment.person_id === me.value.person_id) &&
                  html`<${IconButton} icon="trash-2" label=${t("comment_remove")} onClick=${() => remove.run(comment)} />`}
                </li>`,
              )}
            </ul>`}
    </${Shown}>
    <form class="stack tight" onSubmit=${submit}>
      <${Field} label=${t("comment_write")} value=${text} onValue=${setText} maxlength="1000" autocomplete="off" />
      <${ProblemNote} error=${write.error ?? remove.error} />
      <${Button} kind="primary" icon="send" type="submit" busy=${write.busy}>${t("send")}</${Button}>
    </form>
  </${Sheet}>`;
}
