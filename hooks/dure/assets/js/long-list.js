// The entries of a list too long for one page: what to look through is fetched when first asked
// for, as a script, because a browser reads no other file from a disk.
globalThis.dureLongList = (page, { widened, plain }) => {
  const STEP = 60; // cards drawn at a time
  const place = page.querySelector("[data-list-index]");
  const list = place.querySelector("[data-list-found]");
  const more = place.querySelector("[data-list-more]");
  const card = place.querySelector("template").content;
  const pager = page.querySelector("[data-pager]");
  const groups = [...page.querySelectorAll("[data-group]")];
  let all;
  let rest = [];

  const made = ({ facets, orders, entries }) => {
    const names = Object.keys(facets);
    const at = Object.fromEntries(orders.map((key, index) => [key, index]));
    return entries.map(([path, name, lang, note, words, gives, values, order]) => ({
      path, name, lang, note, words, gives,
      values: Object.fromEntries(names.map((facet, index) => [
        facet, widened(facet, values[index].map((n) => facets[facet][n])),
      ])),
      order: (key) => order[at[key]],
    }));
  };

  const entries = () => {
    all ??= new Promise((done, failed) => {
      globalThis.dureEntries = (index) => { all = made(index); };
      const script = Object.assign(document.createElement("script"), { src: place.dataset.listIndex });
      script.addEventListener("load", () => done(all));
      script.addEventListener("error", failed);
      document.head.append(script);
    });
    return all;
  };

  const texts = ({ name, words, gives, note }) => [`${name} ${words}`, gives, note].map(plain);

  const drawn = ({ path, name, lang, note, gives }) => {
    const item = card.cloneNode(true);
    const link = item.querySelector("a");
    link.href = place.dataset.root + path;
    link.textContent = name;
    if (lang) link.lang = lang;
    item.querySelector(".quiet").textContent = note;
    item.querySelector(".card-text").textContent = gives;
    return item;
  };

  const showMore = () => {
    list.append(...rest.splice(0, STEP).map(drawn));
    more.hidden = rest.length === 0;
  };

  const show = (found, { isNarrowed }) => {
    place.hidden = !isNarrowed;
    pager.hidden = isNarrowed;
    for (const group of groups) group.hidden = isNarrowed;
    rest = isNarrowed ? [...found] : [];
    list.replaceChildren();
    showMore();
  };

  more.addEventListener("click", () => {
    const next = list.childElementCount;
    showMore();
    list.children[next]?.querySelector("a").focus();
  });
  // The index is on its way before the first choice is made.
  page.querySelector("[data-filters]").addEventListener("pointerover", entries, { once: true });
  page.querySelector("[data-filters]").addEventListener("focusin", entries, { once: true });
  return { entries, texts, show };
};
