// Narrows down a list too long for one page: what to look through is fetched when first asked for.
(() => {
  const page = document.querySelector("[data-list]");
  const place = page?.querySelector("[data-list-index]");
  const form = page?.querySelector("[data-filters]");
  if (!place || !form) return;

  const STEP = 60;
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const text = form.elements.q;
  const list = place.querySelector("[data-list-found]");
  const more = place.querySelector("[data-list-more]");
  const card = place.querySelector("template").content;
  const pager = page.querySelector("[data-pager]");
  const groups = [...page.querySelectorAll("[data-group]")];
  const count = page.querySelector("[data-list-count]");
  const whole = count.textContent;
  const none = page.querySelector("[data-list-none]");
  const chosen = page.querySelector("[data-chosen]");
  let index;
  let found = [];

  /** [{path, name, lang, note, words, facets: {key → Set of values}}], fetched once. */
  const load = () => {
    index ??= fetch(place.dataset.listIndex).then((answer) => answer.json()).then((data) => {
      const keys = Object.keys(data.facets);
      return data.entries.map(([path, name, lang, note, words, values]) => ({
        path, name, lang, note, words: words.normalize("NFC"),
        facets: Object.fromEntries(keys.map((key, at) => [
          key, new Set(values[at].map((n) => data.facets[key][n])),
        ])),
      }));
    });
    return index;
  };

  const choice = () => {
    const wanted = {};
    for (const box of boxes) if (box.checked) (wanted[box.name] ??= []).push(box.value);
    return wanted;
  };
  const sought = () => text.value.normalize("NFC").toLowerCase().split(/\s+/u).filter(Boolean);
  const fits = (entry, wanted, terms, except) => terms.every((word) => entry.words.includes(word))
    && Object.entries(wanted).every(([key, values]) => (
      key === except || values.some((value) => entry.facets[key]?.has(value))));

  const draw = ({ path, name, lang, note }) => {
    const made = card.cloneNode(true);
    const link = made.querySelector("a");
    link.href = place.dataset.root + path;
    link.textContent = name;
    if (lang) link.lang = lang;
    made.querySelector(".quiet").textContent = note;
    return made;
  };

  const showMore = () => {
    list.append(...found.splice(0, STEP).map(draw));
    more.hidden = found.length === 0;
  };

  const countOptions = (entries, wanted, terms) => {
    for (const key of new Set(boxes.map((box) => box.name))) {
      const counts = new Map();
      for (const entry of entries) {
        if (!fits(entry, wanted, terms, key)) continue;
        for (const value of entry.facets[key]) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      for (const box of boxes.filter(({ name }) => name === key)) {
        const label = box.closest("label");
        label.querySelector("[data-count]").textContent = counts.get(box.value) ?? 0;
        label.classList.toggle("empty", !counts.has(box.value));
      }
    }
  };

  const button = (label, name, act) => {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: label });
    made.setAttribute("aria-label", name);
    made.addEventListener("click", () => {
      act();
      change();
      (chosen.querySelector("button") ?? text).focus();
    });
    const item = document.createElement("li");
    item.append(made);
    return item;
  };

  const showChosen = () => {
    const chips = boxes.filter((box) => box.checked).map((box) => {
      const label = box.closest("label").querySelector("span").textContent;
      return button(label, chosen.dataset.remove.replace("{label}", label), () => { box.checked = false; });
    });
    chosen.replaceChildren(...chips);
  };

  const show = async () => {
    const wanted = choice();
    const terms = sought();
    const narrowed = terms.length > 0 || Object.keys(wanted).length > 0;
    const entries = narrowed || index ? await load() : [];
    found = narrowed ? entries.filter((entry) => fits(entry, wanted, terms)) : [];
    count.textContent = narrowed ? count.dataset.listCount.replace("{n}", found.length) : whole;
    none.hidden = !narrowed || found.length > 0;
    place.hidden = !narrowed;
    pager.hidden = narrowed;
    for (const group of groups) group.hidden = narrowed;
    list.replaceChildren();
    showMore();
    if (entries.length) countOptions(entries, wanted, terms);
    showChosen();
  };

  const toAddress = () => {
    const asked = new URLSearchParams();
    for (const box of boxes) if (box.checked) asked.append(box.name, box.value);
    if (text.value.trim()) asked.set("q", text.value.trim());
    return location.pathname + (asked.size ? `?${asked}` : "");
  };

  const fromAddress = () => {
    const asked = new URLSearchParams(location.search);
    for (const box of boxes) {
      box.checked = asked.getAll(box.name).includes(box.value);
      if (box.checked) box.closest("details").open = true;
    }
    text.value = asked.get("q") ?? "";
    show();
  };

  function change(replace = false) {
    history[replace ? "replaceState" : "pushState"](null, "", toAddress());
    show();
  }

  form.addEventListener("change", (event) => { if (event.target !== text) change(); });
  text.addEventListener("input", () => change(true));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("[data-filter-open]").addEventListener("click", ({ currentTarget }) => {
    currentTarget.setAttribute("aria-expanded", String(form.classList.toggle("open")));
  });
  more.addEventListener("click", showMore);
  addEventListener("popstate", fromAddress);
  fromAddress();
})();
