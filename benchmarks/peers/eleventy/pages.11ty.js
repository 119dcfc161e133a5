// One page for each enterprise and language: the fields of our page, as template literals.
const safe = (text) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

const outside = (address, t) => `<a class="outside" href="http://${safe(address)}" rel="noopener">${safe(address)}<span aria-hidden="true"> ↗</span><span class="spoken"> (${t.outside})</span></a>`;

const phones = (lines, v) => `<span class="phones">${lines.map((p) => `<span class="phone"><span class="phone-label"></span><span class="phone-calls">
<a class="call" href="tel:+82-${p.number.slice(1)}">${v.telephone}${p.number}</a>
</span></span>`).join("")}</span>`;

const office = (found, base, lang, v, t) => `<h2>${t.ask_local}</h2>
<ul class="contacts">
<li class="contact">
<p><a class="strong" href="${base}centres/${found.id}/">${safe(found[lang])}</a></p>
${phones(found.phones, v)}</li></ul>

`;

function month(since, lang, v) {
  const [year, number] = since.split("-");
  return lang === "ko" ? `${year}. ${Number(number)}.` : `${v.months[Number(number)]} ${year}`;
}

function body({ id, lang, record: r }, v, t) {
  const base = lang === "ko" ? "../../" : "../../../en/";
  const address = `https://dure.example/${lang === "ko" ? "" : "en/"}enterprises/${id}/`;
  const link = (list, facet, value, terms) => `<a href="${base}${list}/?${facet}=${value}">${safe(terms[value][lang])}</a>`;
  const region = v.regions[r.region];
  const local = r.phones ? undefined : v.offices[r.region];
  return `<article class="record" data-kind="enterprise" data-id="${id}">
<header class="record-head with-picture">
${v.picture}
<div>
<p class="kicker">${t.kind_enterprise} · ${safe(region[lang])}</p>
<h1>${safe(r.name[lang])}</h1>
${lang === "ko" ? "" : `<p class="plain-name"><span lang="ko">${safe(r.name.ko)}</span>${r.name.romanised ? ` <span class="small quiet">${t.romanised_note}</span>` : ""}</p>
`}${r.summary ? `<p class="lead">${safe(r.summary[lang])}</p>` : ""}<p class="chips">${r.kinds.map((k) => `<span class="chip c-${v.kinds[k].colour}">${v.kinds[k].icon}${safe(v.kinds[k][lang])}</span> `).join("")}</p>
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
`).join("")}</ul></section>
` : ""}${r.certificates ? `<section><h2 id="certificates">${t.certificates}</h2>
<ul class="entries">
${r.certificates.map((c) => `<li><p><strong>${safe(v.kinds[c.kind][lang])}</strong> ${t.status_certified}${c.number ? ` · <span lang="ko">${safe(c.number)}</span>` : ""}</p>
<p class="small quiet">${t.certificate_since} ${month(c.since, lang, v)}</p>
</li>
`).join("")}</ul></section>
` : ""}</div>
<aside class="rail" aria-label="${t.contacts}">
<h2>${t.contacts}</h2>
${r.phones ? phones(r.phones, v) : `<p class="small quiet">${t.no_phone}</p>`}${r.homepage ? `<p>${outside(r.homepage, t)}</p>` : ""}${local ? office(local, base, lang, v, t) : ""}<p class="small"><a href="${base}centres/?region=${r.region}">${t.all_local}</a></p>
${v.tools[lang].replaceAll("%ID%", id)}</aside>
<footer class="record-foot"><section class="sources">
<h2 id="source">${t.source}</h2>
<ul role="list">
${r.source.map((s) => `<li><a href="${base}documents/#${s.document}">${safe(v.documents[s.document][lang])}</a> (${v.documents[s.document].year}) <span class="quiet">— ${lang === "ko" ? safe(s.where) : `<span lang="ko">${safe(s.where)}</span>`}</span></li>
`).join("")}</ul>
<p class="quiet">${t.not_checked}</p>
</section><div class="way-back">${v.qr}<p>${t.qr}<br>${address}</p></div></footer>
</article>
`;
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
      SUMMARY: safe(record.summary[lang]),
      ID: id,
      TITLE: safe(record.name[lang]),
    };
    return shells[lang].split("%").map((part, at) => (at % 2 ? slots[part] : part)).join("");
  }
}
