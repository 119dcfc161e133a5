// Narrows a list down and orders it. What is chosen stands in the address, so that it is a link.
(() => {
  const page = document.querySelector("[data-list]");
  const form = page?.querySelector("[data-filters]");
  if (!form || page.querySelector("[data-list-index]")) return;

  const all = [...page.querySelectorAll("[data-words]")];
  const items = all.filter((item) => !("unserved" in item.dataset));
  const groups = [...page.querySelectorAll("[data-group]")];
  const boxes = [...form.querySelectorAll("input[type=checkbox]:not([data-reveal])")];
  const reveal = form.querySelector("[data-reveal]");
  const { q: text, sort, view } = form.elements;
  const count = page.querySelector("[data-list-count]");
  const none = page.querySelector("[data-list-none]");
  const chosen = page.querySelector("[data-chosen]");
  const flat = page.querySelector("[data-flat]");
  const homes = new Map(items.map((item) => [item, item.parentElement]));
  const facets = new Map(all.map((item) => [item, Object.fromEntries(
    [...item.attributes].filter(({ name }) => name.startsWith("data-facet-"))
      .map(({ name, value }) => [name.slice(11), new Set(value.split(" "))]),
  )]));
  const words = new Map(all.map((item) => [item, item.dataset.words.normalize("NFC")]));
  let order = items;

  /** Facet → chosen values. */
  const choice = () => {
    const found = {};
    for (const box of boxes) if (box.checked) (found[box.name] ??= []).push(box.value);
    return found;
  };

  /** Kept back unless asked for, or unless it is just what is chosen. */
  const isKeptBack = (item, wanted) => {
    if (!reveal || reveal.checked) return false;
    const { reveal: name, revealValue } = reveal.dataset;
    return facets.get(item)[name]?.has(revealValue) && !wanted[name]?.includes(revealValue);
  };

  const fits = (item, wanted, sought, except) => !isKeptBack(item, wanted)
    && sought.every((word) => words.get(item).includes(word))
    && Object.entries(wanted).every(([name, values]) => (
      name === except || values.some((value) => facets.get(item)[name]?.has(value))));

  const sought = () => text.value.normalize("NFC").toLowerCase().split(/\s+/u).filter(Boolean);

  /** How many entries each value would show: the other facets hold, its own does not. */
  const countOptions = (wanted, terms) => {
    const counts = {};
    for (const name of new Set(boxes.map((box) => box.name))) {
      counts[name] = new Map();
      for (const item of items) {
        if (!fits(item, wanted, terms, name)) continue;
        for (const value of facets.get(item)[name] ?? []) {
          counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
        }
      }
    }
    for (const box of boxes) {
      const n = counts[box.name].get(box.value) ?? 0;
      const label = box.closest("label");
      label.querySelector("[data-count]").textContent = n;
      label.classList.toggle("empty", n === 0);
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

  /** The day in Seoul: what closes today is still to come. */
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Seoul" }).format(new Date());

  /** A number to order by; entries without one come last. Days to come stand before days gone. */
  const rank = (item, key) => {
    const value = item.dataset[`order${key[0].toUpperCase()}${key.slice(1)}`];
    if (!value) return Infinity;
    if (key !== "closes") return Number(value);
    const day = Number(value.replaceAll("-", ""));
    return value >= today ? day : 1e9 - day;
  };

  /** In groups as the page has them, or all in one list in the order asked for. */
  const arrange = () => {
    const key = sort?.value;
    if (!flat || (!key && order === items)) return;
    if (!key) {
      order = items;
      for (const item of items) homes.get(item).append(item);
      return;
    }
    const sign = "down" in sort.selectedOptions[0].dataset ? -1 : 1;
    const ranked = items.map((item) => [rank(item, key), item]);
    ranked.sort(([a], [b]) => (a === b ? 0 : a === Infinity ? 1 : b === Infinity ? -1 : sign * (a - b)));
    order = ranked.map(([, item]) => item);
    flat.append(...order);
  };

  const show = () => {
    const wanted = choice();
    const terms = sought();
    let shown = 0;
    let spare = 0;
    for (const item of all) {
      item.hidden = !fits(item, wanted, terms);
      if (item.hidden) continue;
      if ("unserved" in item.dataset) spare += 1;
      else shown += 1;
    }
    for (const group of groups) {
      const n = group.querySelectorAll("[data-words]:not([hidden])").length;
      group.hidden = n === 0;
      group.querySelector("[data-group-count]").textContent = n;
    }
    count.textContent = spare && !shown ? "" : count.dataset.listCount.replace("{n}", shown);
    none.hidden = shown + spare > 0;
    countOptions(wanted, terms);
    showChosen();
    page.dispatchEvent(new CustomEvent("list-shown", { detail: order.filter((item) => !item.hidden) }));
  };

  const toAddress = () => {
    const asked = new URLSearchParams();
    for (const box of boxes) if (box.checked) asked.append(box.name, box.value);
    if (reveal?.checked) asked.set(reveal.name, reveal.value);
    for (const field of [text, sort, view]) {
      if (field?.value.trim()) asked.set(field.name, field.value.trim());
    }
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
    for (const field of [text, sort, view]) if (field) field.value = asked.get(field.name) ?? "";
    if (sort && sort.selectedIndex < 0) sort.value = "";
    arrange();
    show();
  };

  function change(replace = false) {
    history[replace ? "replaceState" : "pushState"](null, "", toAddress());
    arrange();
    show();
  }

  /** A place on the map is a choice of that place alone. */
  const choose = (link) => {
    const { choose: name, value } = link.dataset;
    for (const box of boxes) if (box.name === name) box.checked = box.value === value;
    change();
    const place = page.querySelector(".list-body");
    place.focus({ preventScroll: true });
    place.scrollIntoView();
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
  fromAddress();
  page.dataset.ready = "";
  if (location.search && page.dataset.list) page.scrollIntoView();
})();
