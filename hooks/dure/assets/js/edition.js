// What has changed since a booklet was printed: told to readers who come from a code in it.
const root = new URL("../../../", import.meta.url);
const record = document.querySelector("article.record[data-kind][data-id]");
const edition = new URLSearchParams(location.search).get("edition") ?? "";

const made = (name, text, ...inside) => {
  const element = document.createElement(name);
  element.append(...(text ? [text] : []), ...inside);
  return element;
};

const listed = (values, texts) => values.join(" / ") || texts.edition_nothing;

const rows = (changes, texts) => changes.map((change) => made("div", "",
  made("dt", change.field),
  made("dd", "", made("span", `${texts.edition_was}: `), made("del", listed(change.was, texts))),
  made("dd", "", made("span", `${texts.edition_now}: `), made("ins", listed(change.now, texts)))));

/** A note above the record's body; `role=status` has it read out although it comes late. */
const told = (changes, texts) => {
  const note = made("div", "");
  note.className = "note edition";
  note.setAttribute("role", "status");
  record.querySelector(".record-head").after(note);
  if (changes.length === 0) {
    note.append(made("p", texts.edition_same));
    return;
  }
  note.append(made("p", "", made("strong", texts.edition_changed)), made("dl", "", ...rows(changes, texts)));
};

// A name that could lead elsewhere than to an edition is not asked for.
if (record && /^[a-z0-9-]+$/.test(edition)) {
  const answer = await fetch(new URL(`booklets/editions/${edition}.json`, root));
  const kept = answer.ok ? await answer.json() : { records: {} };
  const lang = document.documentElement.lang.slice(0, 2);
  const found = kept.records[`${record.dataset.kind}s/${record.dataset.id}`];
  if (found) told(found.changes[lang], kept.texts[lang]);
}
