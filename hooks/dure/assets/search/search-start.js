// Starts the search on its page, when the reader goes for it: before that nothing is loaded.
// A classic script, because modules do not load from `file://`; there one script with everything
// in it is used instead.
(() => {
  /** @type {HTMLElement | null} */
  const box = document.querySelector("[data-search]");
  if (!box) return;
  const here = /** @type {HTMLScriptElement} */ (document.currentScript).src.replace(/[^/]*$/u, "");
  const root = new URL(box.dataset.root ?? "", location.href).href;
  const input = /** @type {HTMLInputElement} */ (box.querySelector("input[type=search]"));
  const results = /** @type {HTMLElement} */ (box.querySelector("[data-search-results]"));

  const script = (/** @type {string} */ src) => new Promise((done, failed) => {
    const made = document.createElement("script");
    Object.assign(made, { src, onload: done, onerror: failed });
    document.head.append(made);
  });
  const offline = async () => {
    await script(`${root}pagefind/offline-${box.dataset.lang}.js`);
    await script(`${root}pagefind/offline.js`);
  };
  const ahead = (/** @type {string} */ name) => {
    const link = { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: `${root}pagefind/${name}` };
    document.head.append(Object.assign(document.createElement("link"), link));
  };
  const online = async () => {
    const script = import(`${here}search.js`);
    for (const name of ["pagefind-entry", `plan-${box.dataset.lang}`]) ahead(`${name}.json`);
    const { start, pagefindBackend } = await script;
    start(box, (/** @type {string} */ lang) => pagefindBackend(`${root}pagefind/`, lang));
  };
  let begun = false;
  const begin = () => {
    if (begun) return;
    begun = true;
    results.dataset.searchState = "loading";
    (location.protocol === "file:" ? offline() : online()).catch((error) => {
      results.dataset.searchState = "failed";
      console.error(error);
    });
  };

  document.addEventListener("keydown", (event) => {
    const at = event.target instanceof Element ? event.target : null;
    const typing = at?.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  input.addEventListener("focus", begin);
  input.addEventListener("input", begin);
  if (location.search.length > 1 || input.value) begin();
  else results.dataset.searchState = "ready";
})();
