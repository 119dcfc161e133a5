// Narrows a list down and orders it. What is chosen stands in the address, so that it is a link.
// With nothing chosen the page is right as it came: nothing is read, counted or moved.
(() => {
  const page = document.querySelector("[data-list]");
  const form = page?.querySelector("[data-filters]");
  if (!form) return;

  const boxes = [...form.querySelectorAll("input[type=checkbox]:not([data-reveal])")];
  const reveal = form.querySelector("[data-reveal]");
  const { q: text, sort, view } = form.elements;
  const best = sort?.querySelector("[value=relevance]");
  const count = page.querySelector("[data-list-count]");
  const none = page.querySelector("[data-list-none]");
  const chosen = page.querySelector("[data-chosen]");
  const place = page.querySelector("[data-list-index]");

  /** Facet → value of an entry → values a choice of which shows it too. */
  const wider = {};
  for (const { name, value, dataset } of boxes) {
    for (const held of dataset.holds?.split(" ") ?? []) ((wider[name] ??= {})[held] ??= []).push(value);
  }
  const widened = (name, values) => (wider[name]
    ? [...new Set(values.flatMap((value) => [value, ...wider[name][value] ?? []]))] : values);

  const plain = (words) => words.normalize("NFC").toLowerCase();
  const source = (place ? globalThis.dureLongList : globalThis.dureWholeList)(page, { widened, plain });

  const sought = () => plain(text.value).split(/\s+/u).filter(Boolean);

  /** Facet → chosen values. */
  const choice = () => {
    const found = {};
    for (const box of boxes) if (box.checked) (found[box.name] ??= new Set()).add(box.value);
    return found;
  };

  /** How well an entry fits the typed words: a name says more than what it gives, that more than
   *  the rest. 0 where a word is missing. */
  const score = (entry, terms) => {
    const [names, gives, rest] = entry.texts ??= source.texts(entry);
    let sum = 0;
    for (const word of terms) {
      const found = names.includes(word) ? 4 : gives.includes(word) ? 2 : rest.includes(word) ? 1 : 0;
      if (!found) return 0;
      sum += found;
    }
    return sum;
  };

  /** The facet that alone keeps an entry out, "" if none does, null if several do. */
  const outBy = (entry, asked, wanted) => {
    const { revealed = "" } = reveal?.dataset ?? {};
    let out = entry.kept && !reveal?.checked && !wanted[revealed] ? revealed : "";
    for (const [name, values] of asked) {
      if (entry.values[name]?.some((value) => values.has(value))) continue;
      if (out) return null;
      out = name;
    }
    return out;
  };

  /** Entries that fit, and for each facet how many each value would show: a facet's own choice
   *  does not hold for its counts. */
  const narrow = (entries, wanted, terms) => {
    const asked = Object.entries(wanted);
    const counts = {};
    const found = [];
    for (const entry of entries) {
      entry.rank = terms.length ? score(entry, terms) : 1;
      const out = entry.rank ? outBy(entry, asked, wanted) : null;
      if (out === null) continue;
      if (!out) found.push(entry);
      if (entry.spare) continue;
      for (const name in entry.values) {
        if (out && name !== out) continue;
        const tally = counts[name] ??= new Map();
        for (const value of entry.values[name]) tally.set(value, (tally.get(value) ?? 0) + 1);
      }
    }
    return { found, counts };
  };

  /** The day in Seoul: what closes today is still to come. */
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Seoul" }).format(new Date());

  /** A number to order by; entries without one come last. Days to come stand before days gone. */
  const placeOf = (entry, key) => {
    if (key === "relevance") return -entry.rank;
    const value = entry.order(key);
    if (!value) return Infinity;
    if (key !== "closes") return Number(value);
    const day = Number(value.replaceAll("-", ""));
    return value >= today ? day : 1e9 - day;
  };

  const ordered = (found, key) => {
    if (!key) return found;
    const sign = "down" in sort.selectedOptions[0].dataset ? -1 : 1;
    const ranked = found.map((entry) => [placeOf(entry, key), entry]);
    ranked.sort(([a], [b]) => (a === b ? 0 : a === Infinity ? 1 : b === Infinity ? -1 : sign * (a - b)));
    return ranked.map(([, entry]) => entry);
  };

  const showCounts = (counts) => {
    for (const box of boxes) {
      const label = box.parentElement;
      const n = String(counts[box.name]?.get(box.value) ?? 0);
      const shown = label.lastElementChild;
      if (shown.textContent !== n) shown.textContent = n;
      label.classList.toggle("empty", n === "0");
    }
  };

  const button = (label, name, act, className = "") => {
    const made = Object.assign(document.createElement("button"),
      { type: "button", textContent: label, className });
    if (name) made.setAttribute("aria-label", name);
    made.addEventListener("click", () => {
      act();
      change();
      (chosen.querySelector("button") ?? text).focus();
    });
    const item = document.createElement("li");
    item.append(made);
    return item;
  };

  const labelOf = (box) => box.closest("label").querySelector("span").textContent;

  const showChosen = () => {
    const { remove, clear } = chosen.dataset;
    const on = boxes.filter((box) => box.checked);
    const chips = on.map((box) => button(labelOf(box), remove.replace("{label}", labelOf(box)),
      () => { box.checked = false; }));
    const typed = text.value.trim();
    if (typed) chips.push(button(`“${typed}”`, remove.replace("{label}", typed), () => { text.value = ""; }));
    if (chips.length > 1) {
      chips.push(button(clear, "", () => {
        for (const box of on) box.checked = false;
        text.value = "";
      }, "clear"));
    }
    chosen.replaceChildren(...chips);
  };

  const draw = (entries) => {
    const wanted = choice();
    const terms = sought();
    const { found, counts } = narrow(entries, wanted, terms);
    const key = sort?.value ?? "";
    const isNarrowed = terms.length > 0 || Object.keys(wanted).length > 0 || key !== "";
    const result = ordered(found, key);
    const shown = found.reduce((sum, { spare }) => sum + !spare, 0);
    source.show(result, { isNarrowed, isFlat: key !== "" });
    count.textContent = found.length && !shown ? "" : count.dataset.listCount.replace("{n}", shown);
    none.hidden = found.length > 0;
    showCounts(counts);
    showChosen();
    page.dispatchEvent(new CustomEvent("list-shown", { detail: result.map(({ node }) => node) }));
  };

  let turn = 0;
  /** A long list's entries must be fetched first: only the latest choice is drawn then. */
  const show = () => {
    const mine = turn += 1;
    const entries = source.entries();
    if (Array.isArray(entries)) draw(entries);
    else entries.then((all) => { if (mine === turn) draw(all); });
  };

  /** Typed words ask for the best match first, unless the reader has chosen another order. */
  const followWords = () => {
    if (!sort) return;
    const typed = sought().length > 0;
    if (typed && best.disabled && !sort.value) sort.value = "relevance";
    if (!typed && sort.value === "relevance") sort.value = "";
    best.disabled = !typed;
  };

  const toAddress = () => {
    const asked = new URLSearchParams();
    for (const box of boxes) if (box.checked) asked.append(box.name, box.value);
    if (reveal?.checked) asked.set(reveal.name, reveal.value);
    for (const field of [text, view]) if (field?.value.trim()) asked.set(field.name, field.value.trim());
    const usual = sought().length ? "relevance" : "";
    if (sort && sort.value !== usual) asked.set("sort", sort.value || "first");
    const query = asked.toString();
    return location.pathname + (query ? `?${query}` : "");
  };

  const fromAddress = () => {
    const asked = new URLSearchParams(location.search);
    for (const box of boxes) {
      box.checked = asked.getAll(box.name).includes(box.value);
      if (box.checked) box.closest("details").open = true;
    }
    if (reveal) reveal.checked = asked.has(reveal.name);
    for (const field of [text, view]) if (field) field.value = asked.get(field.name) ?? "";
    if (sort) {
      const key = asked.get("sort");
      best.disabled = sought().length === 0;
      sort.value = key === "first" ? "" : key ?? (best.disabled ? "" : "relevance");
      if (sort.selectedIndex < 0) sort.value = "";
    }
    show();
  };

  function change(replace = false) {
    followWords();
    history[replace ? "replaceState" : "pushState"](null, "", toAddress());
    show();
  }

  /** A place on the map is a choice of that place alone. */
  const choose = ({ dataset: { choose: name, value } }) => {
    for (const box of boxes) if (box.name === name) box.checked = box.value === value;
    change();
    const body = page.querySelector(".list-body");
    body.focus({ preventScroll: true });
    body.scrollIntoView();
  };

  page.addEventListener("change", (event) => {
    if (event.target.form === form && event.target !== text) change();
  });
  text.addEventListener("input", () => change(true));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("[data-filter-open]").addEventListener("click", ({ currentTarget }) => {
    currentTarget.setAttribute("aria-expanded", String(form.classList.toggle("open")));
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-choose]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!boxes.some((box) => box.name === link.dataset.choose && box.value === link.dataset.value)) return;
    event.preventDefault();
    choose(link);
  });
  addEventListener("popstate", fromAddress);
  if (location.search.length > 1) {
    fromAddress();
    if (page.dataset.list) page.scrollIntoView();
  } else if (!place && form.querySelector("[data-live]")) {
    const idle = globalThis.requestIdleCallback ?? setTimeout;
    idle(() => showCounts(narrow(source.entries(), choice(), sought()).counts));
  }
})();
