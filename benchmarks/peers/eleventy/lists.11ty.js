// The pages of long lists, a hundred cards each.
const safe = (text) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

let records;
const all = (entries) => (records ??= new Map(entries.map((entry) => [entry.id, entry.record])));

const patch = (r, v) => `<span class="patch" aria-hidden="true">
${r.kinds.slice(0, 2).map((k) => `<span class="piece c-${v.kinds[k].colour}">${v.kinds[k].icon}</span>
`).join("")}</span>`;

function product({ id, at }, l, r, v) {
  const p = r.products[at];
  const labels = (ids, terms) => ids.map((k) => safe(terms[k][l.lang])).join("&nbsp;· ");
  return `<li class="card" data-id="${id}.${p.id}">
${patch(r, v)}
<div class="card-body">
<p class="card-name" data-cell="0">${safe(p.name[l.lang])}</p>
<p class="small"><span data-cell="1"><a href="${l.base}enterprises/${id}/">${safe(r.name[l.lang])}</a></span> <span class="quiet"><span data-cell="2">${safe(v.regions[r.region][l.lang])}</span>&nbsp;· <span data-cell="3">${labels(r.kinds, v.kinds)}</span></span></p>
<p class="small quiet"><span data-cell="4">${safe(v.classes[p.procurement_class][l.lang])}</span>&nbsp;· <span data-cell="5">${labels(p.needs, v.needs)}</span></p>
${p.note ? `<p class="card-text">${safe(p.note[l.lang])}</p>` : ""}</div>
</li>
`;
}

function enterprise({ id }, l, r, v) {
  const labels = (ids, terms) => ids.map((k) => safe(terms[k][l.lang])).join("&nbsp;· ");
  return `<li class="card" data-id="${id}">
${patch(r, v)}
<div class="card-body">
<p class="card-name" data-cell="0"><a href="${l.base}enterprises/${id}/">${safe(r.name[l.lang])}</a></p>
<p class="small quiet"><span data-cell="1">${labels(r.kinds, v.kinds)}</span> — <span data-cell="2">${safe(v.regions[r.region][l.lang])}</span>&nbsp;· <span data-cell="3">${labels(r.sectors, v.sectors)}</span></p>
<p class="card-text" data-cell="4">${r.products.map((p) => safe(p.name[l.lang])).join("&nbsp;· ")}</p>
</div>
</li>
`;
}

const group = (found, at, l, all, v) => `<section class="group" data-group id="${found.id}">
<h2 id="group-${at + 1}">${safe(found.label)} <span class="count" data-group-count>${found.shown}</span></h2>
<ul class="cards cards-wide">
${found.items.map((item) => (l.list === "products" ? product : enterprise)(item, l, all.get(item.id), v)).join("")}</ul>
</section>
`;

function pager(l, t) {
  const link = (n) => `${l.base}${l.list}/${n > 1 ? `page/${n}/` : ""}`;
  return `${l.number > 1 ? `<li><a rel="prev" href="${link(l.number - 1)}">${t.page_previous}</a></li>` : ""}${l.near.map((n) => `<li>${n === l.number ? `<span aria-current="page">${n}</span>` : `<a href="${link(n)}">${n}</a>`}</li>
`).join("")}${l.number < l.count ? `<li><a rel="next" href="${link(l.number + 1)}">${t.page_next}</a></li>` : ""}`;
}

export default class {
  data() {
    return {
      pagination: { data: "lists", size: 1, alias: "l" },
      permalink: ({ l }) => `${l.lang === "ko" ? "" : "en/"}${l.list}/page/${l.number}/index.html`,
    };
  }

  render({ l, entries, vocabularies, words, listShells }) {
    const slots = {
      GROUPS: l.groups.map((g, at) => group(g, at, l, all(entries), vocabularies)).join(""),
      PAGER: pager(l, words[l.lang]),
      NUMBER: l.number,
    };
    const shell = listShells[`${l.list}-${l.lang}-${l.number === 1 ? "first" : "other"}`];
    return shell.split("%").map((part, at) => (at % 2 ? slots[part] : part)).join("");
  }
}
