/**
 * The keyboard: `/` to the box, arrows through the results, Escape back, Enter follows a result.
 */

/** While an input method composes, keys belong to it: its Enter ends the syllable. */
export function isComposing(event) {
  return event.isComposing || event.keyCode === 229;
}

/** Arrows walk from the box through the results and back. */
export function walk(event, input, results) {
  if (isComposing(event)) {
    if (event.key === "Enter") event.preventDefault();
    return;
  }
  const stops = [input, ...results.querySelectorAll("a[data-search-result]")];
  const at = stops.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape" && at > 0) input.focus();
  if (!step || at < 0 || !stops[at + step]) return;
  event.preventDefault();
  stops[at + step].focus();
}

/** Choices are drawn anew with their counts: which were open and which had the focus stays. */
export function remembered(results) {
  const open = [...results.querySelectorAll("details[open]")].map((box) => box.dataset.searchFacet);
  const held = same(document.activeElement?.closest("[data-search-results] :is(input, button, select)"));
  return () => {
    for (const name of open) {
      const box = results.querySelector(`[data-search-facet="${CSS.escape(name)}"]`);
      if (box) box.open = true;
    }
    if (held) results.querySelector(held)?.focus();
  };
}

/** What finds the same control again. */
function same(control) {
  if (!control) return "";
  const { name, value, dataset } = control;
  if (dataset.searchKind) return `[data-search-kind="${dataset.searchKind}"]`;
  if (control.type !== "checkbox") return name ? `[name="${CSS.escape(name)}"]` : "";
  return `[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`;
}
