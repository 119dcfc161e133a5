// Shows a list as a table: its cards' own words in rows and columns, in the list's own order.
(() => {
  const page = document.querySelector("[data-list]");
  const box = page?.querySelector("[data-table]");
  const field = page?.querySelector("[name=view]");
  if (!box || !field) return;

  const table = box.querySelector("table");
  const columns = table.querySelectorAll("thead th").length;
  const rows = new Map();
  let shown = [];

  /** The words of a card that belong in a column, as they are marked there. */
  const cell = (item, at) => {
    const made = document.createElement(at ? "td" : "th");
    if (!at) made.scope = "row";
    for (const part of item.querySelectorAll(`[data-cell="${at}"]`)) {
      if (made.hasChildNodes()) made.append(" · ");
      made.append(...[...part.cloneNode(true).childNodes]);
    }
    return made;
  };

  const row = (item) => {
    if (!rows.has(item)) {
      const made = document.createElement("tr");
      made.dataset.id = item.dataset.id;
      made.append(...Array.from({ length: columns }, (_, at) => cell(item, at)));
      rows.set(item, made);
    }
    return rows.get(item);
  };

  const draw = () => {
    const asked = field.value === "table";
    page.classList.toggle("as-table", asked);
    for (const button of page.querySelectorAll("[data-view]")) {
      button.setAttribute("aria-pressed", String((button.dataset.view === "table") === asked));
    }
    box.hidden = !asked || shown.length === 0;
    if (asked) table.tBodies[0].replaceChildren(...shown.map(row));
  };

  page.addEventListener("list-shown", ({ detail }) => {
    shown = detail;
    draw();
  });
  for (const button of page.querySelectorAll("[data-view]")) {
    button.addEventListener("click", () => {
      field.value = button.dataset.view;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
})();
