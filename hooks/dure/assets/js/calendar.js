// Narrows the calendar down; what is chosen stands in the address, so a filtered calendar is a link.
(() => {
  const page = document.querySelector("[data-calendar]");
  const form = document.querySelector("[data-calendar-filters]");
  if (!page || !form) return;
  const NAMES = ["year", "month", "document", "field", "region", "applicant", "support"]
    .filter((name) => form.elements[name]);
  /** Chosen in a row's `data-facets`; the others by the row's place on the page. */
  const FACETS = NAMES.slice(4);
  const facts = new Map([...page.querySelectorAll("[data-facets]")].map(({ dataset }) => [dataset.id, {
    facets: new Set(dataset.facets.split(" ")), events: Number(dataset.events ?? 0),
  }]));
  const sheets = [...page.querySelectorAll("[data-sheet]")];
  const status = form.querySelector("[role=status]");
  const clear = form.querySelector("[data-calendar-clear]");

  /** Year and month in Seoul: calendars of Korea turn their page by Korean time. */
  const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Seoul" })
    .format(new Date()).split("-").map(Number);

  const chosen = () => Object.fromEntries([
    ...NAMES.map((name) => [name, form.elements[name].value]),
    ["internal", form.elements.internal.checked ? "1" : ""],
  ]);

  const read = () => {
    const query = new URLSearchParams(location.search);
    for (const name of NAMES) {
      const wanted = query.get(name) ?? "";
      const known = [...form.elements[name].options].some((option) => option.value === wanted);
      form.elements[name].value = known ? wanted : "";
    }
    form.elements.internal.checked = query.get("internal") === "1";
  };

  const write = (filter) => {
    const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value));
    const search = query.size ? `?${query}` : location.pathname;
    if (location.search !== (query.size ? search : "")) {
      history.replaceState(null, "", query.size ? search + location.hash : location.pathname + location.hash);
    }
  };

  const show = (element, visible) => { element.hidden = !visible; return visible; };

  /** Whether a program has the chosen values; a region's choice holds wider and smaller ones too. */
  const hasFacets = (id, filter) => FACETS.every((name) => {
    if (!filter[name]) return true;
    const { value, dataset } = form.elements[name].selectedOptions[0];
    const wanted = [value, ...(dataset.also?.split(" ") ?? [])];
    return wanted.some((one) => facts.get(id).facets.has(`${name}.${one}`));
  });

  /** Hides rows that do not match; says which programs are left. */
  const narrowTable = (sheet, filter) => {
    const left = new Set();
    for (const part of sheet.querySelectorAll(".year-table [data-part]")) {
      const inField = !filter.field || part.dataset.field === filter.field;
      let any = false;
      for (const row of part.querySelectorAll("[data-id]")) {
        const fits = inField && hasFacets(row.dataset.id, filter) && (filter.internal || !("internal" in row.dataset))
          && (!filter.month || row.dataset.months.split(" ").includes(filter.month));
        if (show(row, fits)) { any = true; left.add(row.dataset.id); }
      }
      show(part, any);
    }
    const table = sheet.querySelector(".sheet-table");
    if (table) show(table, left.size > 0);
    return left;
  };

  const narrowMonths = (sheet, filter, left) => {
    for (const month of sheet.querySelectorAll(".sheet-months > [data-month]")) {
      let any = 0;
      for (const entry of month.querySelectorAll("[data-id]")) {
        if (show(entry, left.has(entry.dataset.id))) any += 1;
      }
      month.querySelector(".count").textContent = any;
      const wanted = !filter.month || ["0", filter.month].includes(month.dataset.month);
      show(month, any > 0 && wanted);
      if (filter.month) month.firstElementChild.open = wanted;
    }
  };

  /** Programs without months answer no question about a month. */
  const narrowUndated = (sheet, filter) => {
    const left = new Set();
    const undated = sheet.querySelector("[data-undated]");
    if (!undated) return left;
    for (const part of undated.querySelectorAll("[data-part]")) {
      let any = false;
      for (const row of part.querySelectorAll("[data-id]")) {
        const fits = !filter.month && (!filter.field || part.dataset.field === filter.field)
          && hasFacets(row.dataset.id, filter)
          && (filter.internal || !("internal" in row.dataset));
        if (show(row, fits)) { any = true; left.add(row.dataset.id); }
      }
      show(part, any);
    }
    undated.querySelector(".count").textContent = left.size;
    show(undated, left.size > 0);
    return left;
  };

  const narrow = () => {
    const filter = chosen();
    let count = 0;
    const taken = [];
    for (const sheet of sheets) {
      const { year, document: from } = sheet.dataset;
      const inSheet = (!filter.year || filter.year === year) && (!filter.document || filter.document === from);
      const left = narrowTable(sheet, filter);
      narrowMonths(sheet, filter, left);
      const found = [...left, ...narrowUndated(sheet, filter)];
      const shown = show(sheet, inSheet && found.length > 0);
      if (shown) {
        count += found.length;
        const dated = found.filter((id) => facts.get(id).events);
        taken.push(...dated.map((id) => ({ id, year: sheet.dataset.year })));
      }
      const link = page.querySelector(`[data-sheet-link="${sheet.id}"]`);
      if (link) show(link, shown);
    }
    for (const place of page.querySelectorAll(".year-table [data-month]")) {
      place.classList.toggle("in-month", place.dataset.month === filter.month);
    }
    offerFields(filter);
    tell(filter, count);
    write(filter);
    globalThis.dureCalendarFile?.({ filter, taken });
  };

  const offerFields = (filter) => {
    for (const group of form.elements.field.querySelectorAll("optgroup")) {
      group.hidden = Boolean(filter.document) && group.dataset.within !== filter.document;
    }
  };

  const tell = (filter, count) => {
    const { count: all, countMonth, countWider, nothing } = status.dataset;
    const month = filter.month && form.elements.month.selectedOptions[0].text;
    const told = count === 0 ? nothing
      : (month ? countMonth : all).replace("{n}", count).replace("{month}", month);
    status.textContent = count && filter.region ? countWider.replace("{count}", told) : told;
    show(clear, Object.values(filter).some(Boolean));
  };

  const markToday = () => {
    const [year, month] = today();
    for (const sheet of sheets) {
      if (Number(sheet.dataset.year) !== year) continue;
      for (const place of sheet.querySelectorAll(`.year-table [data-month="${month}"]`)) {
        place.classList.add("this-month");
        if (place.tagName !== "TH") continue;
        place.setAttribute("aria-current", "date");
        place.append(Object.assign(document.createElement("small"), { textContent: page.dataset.thisMonth }));
      }
    }
  };

  /** What is folded on the screen is printed all the same. */
  const unfold = () => {
    const folded = [...page.querySelectorAll("details:not([open], .dyes)")];
    for (const details of folded) details.open = true;
    window.addEventListener("afterprint", () => {
      for (const details of folded) details.open = false;
    }, { once: true });
  };

  /** Prints one sheet: the others are left out until the printing is done. */
  const printSheet = (sheet) => {
    const others = sheets.filter((other) => other !== sheet);
    for (const other of others) other.classList.add("not-printed");
    window.addEventListener("afterprint", () => {
      for (const other of others) other.classList.remove("not-printed");
    }, { once: true });
    window.print();
  };

  form.addEventListener("change", (event) => {
    const { field } = form.elements;
    const within = form.elements.document.value;
    if (event.target.name === "document" && within && !field.value.startsWith(`${within}.`)) field.value = "";
    narrow();
  });
  form.addEventListener("reset", () => setTimeout(narrow));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("[data-calendar-now]").addEventListener("click", () => {
    form.elements.month.value = String(today()[1]);
    narrow();
  });
  page.addEventListener("click", (event) => {
    const button = event.target.closest("[data-print-sheet]");
    if (button) printSheet(button.closest("[data-sheet]"));
  });
  window.addEventListener("beforeprint", unfold);
  window.addEventListener("popstate", () => { read(); narrow(); });
  markToday();
  read();
  narrow();
})();
