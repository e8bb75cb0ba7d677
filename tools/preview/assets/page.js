"use strict";
// What the page can do beyond reading: search, filter by state, the names of languages, and an address for each choice.
(() => {
  const find = (selector, within = document) => [...within.querySelectorAll(selector)];
  const [search, state, shown, chosen, nothing, overview] = ["#q", "#s", "#shown", "#chosen", "#nothing", "#overview"].map(
    (id) => find(id)[0],
  );
  const boxes = find("#pick input");
  const rows = find("article").map((element) => {
    const [head, cells] = element.children;
    return { element, head, cells: [...cells.children] };
  });
  /** How many rows have what is found marked. */
  const MAX_MARKED = 200;

  // Users paste sentences with other marks and quotes than ours.
  const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{M}\p{N}$_-]+/gu, " ").trim();

  /** Returns the parts of a row that have all words: its head, or texts in chosen languages. */
  const found = (row, words, isChosen) => {
    row.words ??= [row.head, ...row.cells].map((part) => folded(part.textContent));
    const hasAll = (text) => words.every((word) => text.includes(word));
    return [row.head, ...row.cells].filter((_, at) => (at === 0 || isChosen[at - 1]) && hasAll(row.words[at]));
  };

  /** Returns the rows that a search finds, each with the parts that have it. */
  const findRows = (query, isChosen) => {
    const code = rows.find(({ element }) => element.id === query);
    // A code that is written in full is meant alone.
    if (code) return new Map([[code, []]]);
    const withAll = (words) => new Map(rows.map((row) => [row, found(row, words, isChosen)]).filter(([, parts]) => parts.length > 0));
    const words = query.split(" ").filter((word) => word !== "");
    // So is a sentence that is there as a whole.
    const exact = words.length > 2 ? withAll([query]) : new Map();
    const all = exact.size > 0 ? exact : withAll(words);
    if (all.size > 0) return all;
    return new Map(rows.filter(({ element }) => words.includes(element.id)).map((row) => [row, []]));
  };

  const show = (element, isShown) => {
    if (element.hidden === isShown) element.hidden = !isShown;
  };

  /** Marks the words that were searched, where the browser can. */
  const mark = (parts, words) => {
    if (!CSS.highlights) return;
    const ranges = [];
    for (const part of words.length > 0 ? parts : []) {
      const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const lower = text.data.toLowerCase();
        if (lower.length !== text.data.length) continue;
        for (const word of words) {
          for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) {
            ranges.push(new StaticRange({ startContainer: text, startOffset: at, endContainer: text, endOffset: at + word.length }));
          }
        }
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  };

  /** Shows the rows and cells that match the controls. */
  const apply = () => {
    const query = folded(search.value);
    const isChosen = boxes.map((box) => box.checked);
    const hasState = (cell) => state.value === "" || cell.classList.contains(state.value);
    const matches = findRows(query, isChosen);
    let [messages, texts] = [0, 0];
    for (const row of rows) {
      const wanted = matches.has(row) ? row.cells.filter((cell, at) => isChosen[at] && hasState(cell)).length : 0;
      // The source stands beside its translations.
      if (wanted > 0) row.cells.forEach((cell, at) => show(cell, isChosen[at] && (at === 0 || hasState(cell))));
      row.element.classList.toggle("off", wanted === 0);
      row.element.ariaHidden = wanted > 0 ? null : "true";
      messages += Number(wanted > 0);
      texts += wanted;
    }
    mark([...matches.values()].slice(0, MAX_MARKED).flat(), query.split(" ").filter((word) => word !== ""));
    show(nothing, messages === 0);
    const numbers = { shown: messages, all: rows.length, texts };
    shown.textContent = shown.dataset.text.replace(/\{(\w+)\}/g, (_, name) => numbers[name]);
    chosen.textContent = isChosen.filter(Boolean).length;
    // Whoever has made a choice wants to see the texts.
    if (messages < rows.length || isChosen.includes(false)) overview.open = false;
  };

  const fragment = (choice) => `#${new URLSearchParams(choice).toString().replaceAll("%2C", ",")}`;

  /** Writes the choice into the address, so that it can be sent to somebody. */
  const remember = () => {
    const tags = boxes.filter((box) => box.checked).map((box) => box.value);
    const choice = { l: tags.length < boxes.length ? tags.join(",") : "", s: state.value, q: search.value };
    history.replaceState(null, "", fragment(Object.entries(choice).filter(([, value]) => value !== "")));
  };

  /** Makes the choice that the address names. One that links to a text which is not shown shows everything. */
  const recall = () => {
    const address = decodeURIComponent(location.hash.slice(1));
    const target = address.includes("=") ? null : document.getElementById(address);
    if (target?.checkVisibility({ contentVisibilityAuto: false }) && !target.closest(".off") && shown.textContent !== "") return;
    const choice = new URLSearchParams(address.includes("=") ? location.hash.slice(1) : "");
    const tags = choice.get("l")?.split(",");
    boxes.forEach((box) => (box.checked = !tags || tags.includes(box.value)));
    state.value = choice.get("s") ?? "";
    search.value = choice.get("q") ?? "";
    overview.open = address === "";
    apply();
    target?.scrollIntoView();
  };

  const change = () => {
    apply();
    remember();
  };

  find(".js").forEach((element) => (element.hidden = false));
  search.addEventListener("input", change);
  state.addEventListener("change", change);
  boxes.forEach((box) => box.addEventListener("change", change));
  for (const [id, isChecked] of [["all", true], ["none", false]]) {
    document.getElementById(id).addEventListener("click", () => {
      boxes.forEach((box) => (box.checked = isChecked));
      change();
    });
  }
  document.getElementById("controls").addEventListener("submit", (event) => event.preventDefault());

  // The list of languages closes as menus do.
  const pick = document.getElementById("pick");
  document.addEventListener("click", (event) => pick.contains(event.target) || (pick.open = false));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && pick.open) {
      pick.open = false;
      pick.firstElementChild.focus();
    }
  });

  // The page in the other language shows the same.
  find("nav a").forEach((link) => link.addEventListener("click", () => (link.hash = location.hash)));

  // Names of languages, as the browser knows them.
  const names = new Intl.DisplayNames([document.documentElement.lang], { type: "language", languageDisplay: "standard", fallback: "none" });
  const sheet = document.styleSheets[0];
  boxes.forEach(({ value: tag }, at) => {
    const name = names.of(tag);
    if (!name) return;
    find(`[data-l="${tag}"]`).forEach((element) => (element.textContent = `${name} ${tag}`));
    sheet.insertRule(`.l${at} { --name: ${JSON.stringify(` ${name}`)}; }`, sheet.cssRules.length);
  });

  // Each number of the overview leads to its texts, beside the source.
  const source = boxes[0]?.value;
  for (const row of find("tbody tr, tfoot tr", overview)) {
    const tag = row.firstElementChild.dataset.l;
    const link = (cell, choice) => {
      const anchor = document.createElement("a");
      anchor.href = fragment(choice);
      anchor.append(...cell.childNodes);
      cell.append(anchor);
    };
    const choice = tag ? { l: tag === source ? tag : `${source},${tag}` } : {};
    if (tag) link(row.firstElementChild, choice);
    find("td[data-s]", row).forEach((cell) => link(cell, { ...choice, s: cell.dataset.s }));
  }

  window.addEventListener("hashchange", recall);
  recall();
})();
