// What every page can do: theme, menu, print, and links that work from a disk.
// Runs before the first paint: the reader's own choice of light or dark must not flash.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  try {
    const chosen = localStorage.getItem("dure-theme");
    if (chosen === "dark" || chosen === "light") root.dataset.theme = chosen;
  } catch {
    // Storage may be forbidden: the system's choice holds.
  }

  const isDark = () => (root.dataset.theme
    ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

  const changeTheme = () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("dure-theme", root.dataset.theme);
    } catch {
      // Not remembered where storage is forbidden.
    }
  };

  const toggleMenu = (button) => {
    const open = document.getElementById("site-nav").classList.toggle("open");
    button.setAttribute("aria-expanded", String(open));
  };

  const closeGuides = (except) => {
    for (const guides of document.querySelectorAll(".guides[open]")) {
      if (!guides.contains(except)) guides.open = false;
    }
  };

  /** Copying the old way works on intranets too, where the clipboard is kept from plain http. */
  const copyOld = (text) => {
    const box = Object.assign(document.createElement("textarea"), { value: text, readOnly: true });
    box.className = "spoken";
    document.body.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    return done;
  };

  /** The page's address where it is served, its lasting one where it lies on a disk. */
  const copyAddress = async (button) => {
    const served = location.protocol.startsWith("http");
    const address = served ? location.href.split("#")[0] : button.dataset.copy;
    const told = document.querySelector("[data-copy-status]");
    let done = true;
    try {
      await navigator.clipboard.writeText(address);
    } catch {
      done = copyOld(address);
      button.focus();
    }
    told.textContent = done ? button.dataset.copied : button.dataset.failed.replace("{address}", address);
  };

  /** `/` goes to the search box, the page's own or the header's, unless typed into a field. */
  const toSearch = (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const own = document.querySelector("[data-search] input[type=search]");
    const box = own ?? document.getElementById("site-search");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing
      || event.defaultPrevented || !box?.checkVisibility?.()) return;
    event.preventDefault();
    box.focus();
    box.select();
  };

  /** A disk serves no folders: there the page inside is named. */
  const onDisk = (address) => {
    const url = new URL(address, location.href);
    if (url.pathname.endsWith("/")) url.pathname += "index.html";
    return url.href;
  };

  document.addEventListener("click", (event) => {
    const { target } = event;
    closeGuides(target);
    if (target.closest("[data-theme-toggle]")) changeTheme();
    if (target.closest("[data-print]")) print();
    const copy = target.closest("[data-copy]");
    if (copy) copyAddress(copy);
    const menu = target.closest("[data-menu]");
    if (menu) toggleMenu(menu);
    const link = location.protocol === "file:" && target.closest("a[href]");
    if (link && link.protocol === "file:") link.href = onDisk(link.href);
  });
  document.addEventListener("keydown", toSearch);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const guides = event.target.closest?.(".guides[open]");
    closeGuides(null);
    guides?.querySelector("summary").focus();
  });
  document.addEventListener("DOMContentLoaded", () => {
    // Readers who come from a code in a booklet are told what has changed since it was printed.
    if (new URLSearchParams(location.search).has("edition")) import("./edition.js");
    if (location.protocol !== "file:") return;
    for (const form of document.querySelectorAll("form[action]")) form.action = onDisk(form.action);
  });
})();
