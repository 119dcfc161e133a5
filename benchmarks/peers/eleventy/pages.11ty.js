// One page for each enterprise and language: the fields of our page, as template literals.
const safe = (text) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

const outside = (address, t) => `<a class="outside" href="http://${safe(address)}" rel="noopener">${safe(address)}<span aria-hidden="true"> ↗</span><span class="spoken"> (${t.outside})</span></a>`;

function body({ id, lang, record: r }, v, t) {
  const base = lang === "ko" ? "../../" : "../../../en/";
  const link = (list, facet, value, terms) => `<a href="${base}${list}/?${facet}=${value}">${safe(terms[value][lang])}</a>`;
  const region = v.regions[r.region];
  return `<article class="record" data-kind="enterprise" data-id="${id}">
<header class="record-head with-picture">
${v.picture}
<div>
<p class="kicker">${t.kind_enterprise} · ${safe(region[lang])}</p>
<h1>${safe(r.name[lang])}</h1>
${lang === "ko" ? "" : `<p class="plain-name"><span lang="ko">${safe(r.name.ko)}</span>${r.name.romanised ? ` <span class="small quiet">${t.romanised_note}</span>` : ""}</p>`}
${r.summary ? `<p class="lead">${safe(r.summary[lang])}</p>` : ""}<p class="chips">${r.kinds.map((k) => `<span class="chip c-${v.kinds[k].colour}"><span class="icon" aria-hidden="true">${v.kinds[k].icon}</span>${safe(v.kinds[k][lang])}</span> `).join("")}</p>
</div>
</header>
<div class="record-body">
<section class="glance">
<h2 id="glance">${t.at_a_glance}</h2>
<dl>
<div><dt>${t.kind}</dt><dd>${r.kinds.map((k) => link("enterprises", "kind", k, v.kinds)).join(", ")}</dd></div>
<div><dt>${t.region}</dt><dd>${[r.region, region.parent].filter(Boolean).map((k) => link("enterprises", "region", k, v.regions)).join(", ")}</dd></div>
<div><dt>${t.sector}</dt><dd>${r.sectors.map((k) => link("enterprises", "sector", k, v.sectors)).join(", ")}</dd></div>
${r.address ? `<div><dt>${t.address}</dt><dd>${safe(r.address[lang])}</dd></div>` : ""}${r.homepage ? `<div><dt>${t.homepage}</dt><dd>${outside(r.homepage, t)}</dd></div>` : ""}</dl>
</section>
${r.products ? `<section><h2 id="sells">${t.sells}</h2>
<ul class="entries">
${r.products.map((p) => `<li data-id="${id}.${p.id}"><p><strong>${safe(p.name[lang])}</strong></p>
<p class="small quiet">${safe(v.classes[p.procurement_class][lang])}${p.needs.map((n) => ` · ${link("products", "need", n, v.needs)}`).join("")}</p>
${p.note ? `<p class="small">${safe(p.note[lang])}</p>` : ""}</li>
`).join("")}</ul></section>` : ""}
${r.certificates ? `<section><h2 id="certificates">${t.certificates}</h2>
<ul class="entries">
${r.certificates.map((c) => `<li><p><strong>${safe(v.kinds[c.kind][lang])}</strong> ${t.status_certified} · <span lang="ko">${safe(c.number)}</span></p>
<p class="small quiet">${t.certificate_since} ${c.since}</p>
</li>
`).join("")}</ul></section>` : ""}
</div>
<aside class="rail" aria-label="${t.contacts}">
<h2>${t.contacts}</h2>
<span class="phones">${r.phones.map((p) => `<span class="phone"><span class="phone-label"></span><span class="phone-calls">
<a class="call" href="tel:+82-${p.number.slice(1)}"><span class="icon" aria-hidden="true">${v.telephone}</span>${p.number}</a>
</span></span>`).join("")}</span>${r.homepage ? `<p>${outside(r.homepage, t)}</p>` : ""}<p class="small"><a href="${base}centres/?region=${r.region}">${t.ask_centre}</a></p>
<p class="actions for-js"><button class="button" type="button" data-print>${t.print}</button></p>
</aside>
<footer class="record-foot"><section class="sources">
<h2 id="source">${t.source}</h2>
<ul role="list">
${r.source.map((s) => `<li><a href="${base}documents/#${s.document}">${safe(v.documents[s.document][lang])}</a> (${v.documents[s.document].year}) <span class="quiet">— ${safe(s.where)}</span></li>
`).join("")}</ul>
<p class="quiet">${t.not_checked}</p>
</section></footer>
</article>`;
}

export default class {
  data() {
    return {
      pagination: { data: "entries", size: 1, alias: "entry" },
      permalink: ({ entry }) => `${entry.lang === "ko" ? "" : "en/"}enterprises/${entry.id}/index.html`,
    };
  }

  render({ entry, vocabularies, words, shells }) {
    const { record, lang, id } = entry;
    const slots = {
      BODY: body(entry, vocabularies, words[lang]),
      DESCRIPTION: safe(record.summary?.[lang] ?? ""),
      ID: id,
      TITLE: safe(record.name[lang]),
    };
    return shells[lang].split("%").map((part, at) => (at % 2 ? slots[part] : part)).join("");
  }
}
