// A search that comes with the address (`?q=`) has all its parts sent for at once: modules that
// import each other would else come one after the other, a trip over the network for each.
(() => {
  const MODULES = [
    "groups", "hits", "korean", "marks", "nearest", "pagefind-backend", "pagefind-files", "planner",
    "reading", "score", "search-empty", "search-find", "search-keys", "search-page", "search-state",
    "search-view", "tokens", "variants", "verbs",
  ];
  const asked = new URLSearchParams(location.search).get("q");
  if (!asked || location.protocol === "file:") return;

  const { src, dataset } = document.currentScript;
  const ahead = (href, words) => {
    document.head.append(Object.assign(document.createElement("link"), { href, ...words }));
  };
  for (const name of MODULES) {
    ahead(new URL(`../search/${name}.js`, src).href, { rel: "modulepreload" });
  }
  for (const name of ["pagefind-entry", `plan-${document.documentElement.lang}`]) {
    ahead(`${dataset.index}${name}.json`, { rel: "preload", as: "fetch", crossOrigin: "anonymous" });
  }
})();
