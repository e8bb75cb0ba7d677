"use strict";
// What the page can do beyond reading: search, filter by state, the names of languages, and an address for each choice.
(() => {
  const find = (selector, within = document) => [...within.querySelectorAll(selector)];
  const [search, state, shown, chosen, nothing, overview] = ["#_q", "#_s", "#_shown", "#_chosen", "#_nothing", "#_overview"].map(
    (id) => find(id)[0],
  );
  const boxes = find("#_pick input");
  const rows = find("article").map((element) => {
    const [head, cells] = element.children;
    return { element, head, cells: [...cells.children] };
  });
  /** How many places are marked. */
  const MAX_MARKED = 2000;

  // Users paste sentences with other marks and quotes than ours.
  const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{M}\p{N}$_-]+/gu, " ").trim();

  // The texts of a part of a row, without what the page says about them.
  const texts = (part, at) => find(at === 0 ? "h2, code, .notes, .file" : "p[lang], .button", part);

  /** Reads the texts of a row when they are searched for the first time. */
  const read = (row) => (row.texts ??= [row.head, ...row.cells].map((part, at) => texts(part, at).map((it) => ({ it, words: folded(it.textContent) }))));

  /** Returns the texts of a row that match: in its head, or in chosen languages. */
  const found = (row, isChosen, isMatch) => read(row).filter((_, at) => at === 0 || isChosen[at - 1]).flat().filter(isMatch);

  const rowsWith = (isChosen, isMatch) => new Map(rows.map((row) => [row, found(row, isChosen, isMatch)]).filter(([, texts]) => texts.length > 0));

  /** Returns whether a sentence is a text with something in place of its variables. */
  const isFilled = ({ it, words }, query) => {
    if (!it.querySelector("var")) return false;
    const copy = it.cloneNode(true);
    find("var", copy).forEach((variable) => variable.replaceWith("\u0000"));
    const fixed = copy.textContent.split("\u0000").map(folded);
    if (fixed.join("").length < 4 || words.length === 0) return false;
    const pattern = fixed.map((part) => part.replace(/[$\\.*+?()[\]{}|^]/g, "\\$&")).join(".+");
    return new RegExp(`^${pattern}$`, "u").test(query);
  };

  /** Returns the rows that a search finds, each with the parts that have it. */
  const findRows = (query, isChosen) => {
    const isCode = ({ element }, word) => /^-?\d+$/.test(word) && element.id === word;
    const code = rows.find((row) => isCode(row, query));
    // A code that is written in full is meant alone.
    if (code) return new Map([[code, []]]);
    const words = query.split(" ").filter((word) => word !== "");
    if (words.length === 0) return new Map(rows.map((row) => [row, []]));
    // So is a sentence that is there as a whole.
    const exact = words.length > 2 ? rowsWith(isChosen, (text) => text.words.includes(query)) : new Map();
    if (exact.size > 0) return exact;
    const all = rowsWith(isChosen, (text) => words.every((word) => text.words.includes(word)));
    if (all.size > 0) return all;
    const filled = words.length > 1 ? rowsWith(isChosen, (text) => isFilled(text, query)) : [];
    const named = rows.filter((row) => words.some((word) => isCode(row, word))).map((row) => [row, []]);
    return new Map([...named, ...filled]);
  };

  const show = (element, isShown) => {
    if (element.hidden === isShown) element.hidden = !isShown;
  };

  /** Marks the words that were searched, where the browser can. */
  const mark = (matches, words) => {
    if (!CSS.highlights) return;
    const marked = new Highlight();
    CSS.highlights.set("found", marked);
    for (const { it } of matches) {
      const nodes = document.createTreeWalker(it, NodeFilter.SHOW_TEXT);
      for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
        const lower = node.data.toLowerCase();
        if (lower.length !== node.data.length) continue;
        for (const word of words) {
          for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) {
            if (marked.size >= MAX_MARKED) return;
            marked.add(new StaticRange({ startContainer: node, startOffset: at, endContainer: node, endOffset: at + word.length }));
          }
        }
      }
    }
  };

  /** Shows the rows and cells that match the controls. */
  const apply = () => {
    const query = folded(search.value);
    const isChosen = boxes.map((box) => box.checked);
    const hasState = (cell) => state.value === "" || cell.classList.contains(state.value);
    const matches = findRows(query, isChosen);
    let [messages, shownTexts] = [0, 0];
    for (const row of rows) {
      const wanted = matches.has(row) ? row.cells.filter((cell, at) => isChosen[at] && hasState(cell)).length : 0;
      // The source stands beside its translations.
      if (wanted > 0) row.cells.forEach((cell, at) => show(cell, isChosen[at] && (at === 0 || hasState(cell))));
      row.element.classList.toggle("off", wanted === 0);
      row.element.ariaHidden = wanted > 0 ? null : "true";
      messages += Number(wanted > 0);
      shownTexts += wanted;
    }
    mark([...matches.values()].flat(), query.split(" ").filter((word) => word !== ""));
    show(nothing, messages === 0);
    const numbers = { shown: messages, all: rows.length, texts: shownTexts };
    shown.textContent = shown.dataset.text.replace(/\{(\w+)\}/g, (_, name) => numbers[name]);
    chosen.textContent = isChosen.filter(Boolean).length;
    // Whoever has made a choice wants to see the texts.
    if (messages < rows.length || isChosen.includes(false)) {
      if (overview.contains(document.activeElement)) document.getElementById("_texts").focus({ preventScroll: true });
      overview.open = false;
    }
  };

  const fragment = (choice) => `#${new URLSearchParams(choice).toString().replaceAll("%2C", ",")}`;

  /** Writes the choice into the address, so that it can be sent to somebody, with the text that it links to. */
  const remember = (at = "") => {
    const tags = boxes.filter((box) => box.checked).map((box) => box.value);
    const choice = [["l", tags.join(","), tags.length < boxes.length], ["s", state.value], ["q", search.value]];
    const made = choice.filter(([, value, isMade = value !== ""]) => isMade).map(([name, value]) => [name, value]);
    if (made.length > 0 && at !== "") made.push(["at", at]);
    history.replaceState(null, "", made.length > 0 ? fragment(made) : `#${at}`);
  };

  /** Makes the choice that the address names. A link to a text that is shown keeps the choice, any other shows everything. */
  const recall = () => {
    const address = location.hash.slice(1);
    const isChoice = address.includes("=");
    const choice = new URLSearchParams(isChoice ? address : "");
    let name = choice.get("at") ?? "";
    try {
      if (!isChoice) name = decodeURIComponent(address);
    } catch {
      // Not an address of this page.
    }
    const target = document.getElementById(name);
    const isShown = target?.checkVisibility() && !target.closest(".off");
    if (!isChoice && isShown && shown.textContent !== "") {
      // What the browser has gone to is no choice of texts.
      remember(target.closest("article") ? name : "");
      return;
    }
    const tags = choice.get("l")?.split(",");
    boxes.forEach((box) => (box.checked = !tags || tags.includes(box.value)));
    state.value = choice.get("s") ?? "";
    if (state.selectedIndex < 0) state.value = "";
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
  for (const [id, isChecked] of [["_all", true], ["_none", false]]) {
    document.getElementById(id).addEventListener("click", () => {
      boxes.forEach((box) => (box.checked = isChecked));
      change();
    });
  }
  document.getElementById("_controls").addEventListener("submit", (event) => event.preventDefault());

  // The list of languages closes as menus do.
  const pick = document.getElementById("_pick");
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
    const states = find("td[data-s]", row).filter((cell) => cell.dataset.s !== "source");
    states.forEach((cell) => link(cell, { ...choice, s: cell.dataset.s }));
  }

  window.addEventListener("hashchange", recall);
  recall();

  // The first search waits for nothing that can be read before it.
  let next = 0;
  const readAhead = (deadline) => {
    while (next < rows.length && deadline.timeRemaining() > 2) read(rows[next++]);
    if (next < rows.length) requestIdleCallback(readAhead);
  };
  window.requestIdleCallback?.(readAhead);
})();
