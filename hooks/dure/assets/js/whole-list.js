// The entries of a list that stands on one page: its cards, shown, hidden and moved.
globalThis.dureWholeList = (page, { widened, plain }) => {
  const groups = [...page.querySelectorAll("[data-group]")];
  const flat = page.querySelector("[data-flat]");
  let all;
  let homes;

  /** Facet → values; how a program stands today is in its own words by now. */
  const valuesOf = (node) => {
    const values = {};
    for (const { name, value } of node.attributes) {
      if (!name.startsWith("data-facet-")) continue;
      const facet = name.slice(11);
      values[facet] = widened(facet, value.split(" "));
    }
    const status = node.querySelector("[data-status]")?.dataset.status;
    if (status) values.status = [status];
    return values;
  };

  const orderOf = ({ dataset }) => (key) => dataset[`order${key[0].toUpperCase()}${key.slice(1)}`];

  /** Read when first asked for, not while the page starts. */
  const entries = () => {
    all ??= [...page.querySelectorAll("[data-words]")].map((node) => ({
      node,
      values: valuesOf(node),
      order: orderOf(node),
      kept: "kept" in node.dataset,
      spare: "unserved" in node.dataset,
    }));
    return all;
  };

  /** Names, what it gives, and everything its card says. */
  const texts = ({ node }) => [
    `${node.querySelector("[data-cell='0']")?.textContent ?? ""} ${node.dataset.words}`,
    `${node.dataset.gives ?? ""} ${node.querySelector("[data-cell='3']")?.textContent ?? ""}`,
    node.textContent,
  ].map(plain);

  /** In one list in the order asked for, or back in groups as the page has them. */
  const arrange = (found, isFlat) => {
    if (!flat || (!isFlat && !homes)) return;
    homes ??= new Map(all.map(({ node }) => [node, node.parentElement]));
    if (isFlat) flat.append(...found.map(({ node }) => node));
    else for (const [node, home] of homes) home.append(node);
    if (!isFlat) homes = undefined;
  };

  const show = (found, { isFlat }) => {
    page.dataset.ready = "";
    const shown = new Set(found);
    for (const entry of all) {
      if (entry.node.hidden === shown.has(entry)) entry.node.hidden = !entry.node.hidden;
    }
    arrange(found, isFlat);
    for (const group of groups) {
      const n = group.querySelectorAll("[data-words]:not([hidden])").length;
      group.hidden = n === 0;
      group.querySelector("[data-group-count]").textContent = n;
    }
  };

  return { entries, texts, show };
};
