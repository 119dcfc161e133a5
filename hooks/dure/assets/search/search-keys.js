/**
 * The keyboard: arrows through the results, Escape back to the box, Enter follows a result.
 */

/** While an input method composes, keys belong to it: its Enter ends the syllable. */
export function isComposing(/** @type {KeyboardEvent} */ event) {
  return event.isComposing || event.keyCode === 229;
}

/**
 * Arrows walk from the box through the results and back.
 * @param {KeyboardEvent} event @param {HTMLInputElement} input @param {HTMLElement} results
 */
export function walk(event, input, results) {
  if (isComposing(event)) {
    if (event.key === "Enter") event.preventDefault();
    return;
  }
  /** @type {HTMLElement[]} */
  const stops = [input, ...results.querySelectorAll("a[data-search-result]")].map(html);
  const at = stops.findIndex((stop) => stop === document.activeElement);
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (event.key === "Escape" && at > 0) input.focus();
  if (!step || at < 0 || !stops[at + step]) return;
  event.preventDefault();
  stops[at + step].focus();
}

/** @param {Element} element */
function html(element) {
  return /** @type {HTMLElement} */ (element);
}

/** Choices are drawn anew with their counts: which were open and which had the focus stays. */
export function remembered(/** @type {HTMLElement} */ results) {
  const open = [...results.querySelectorAll("details[open]")].map((box) => html(box).dataset.searchFacet ?? "");
  const held = same(document.activeElement?.closest("[data-search-results] :is(input, button, select)"));
  return () => {
    for (const name of open) {
      results.querySelector(`[data-search-facet="${CSS.escape(name)}"]`)?.setAttribute("open", "");
    }
    const control = held && results.querySelector(held);
    if (control) html(control).focus();
  };
}

/** What finds the same control again. */
function same(/** @type {Element | null | undefined} */ control) {
  if (!control) return "";
  const { name, value, type, dataset } = /** @type {HTMLInputElement} */ (control);
  if (dataset.searchKind) return `[data-search-kind="${dataset.searchKind}"]`;
  if (type !== "checkbox") return name ? `[name="${CSS.escape(name)}"]` : "";
  return `[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`;
}
