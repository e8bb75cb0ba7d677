"use strict";
// What the page can do beyond reading: search, filter by state, the names of languages, and an address for each choice.
(() => {
  const find = (selector, within = document) => [...within.querySelectorAll(selector)];
  const [search, state, shown, chosen, nothing, overview] = ["#q", "#s", "#shown", "#chosen", "#nothing", "#overview"].map((id) => find(id)[0]);
  const boxes = find("#pick input");
  const rows = find("article").map((element) => ({ element, cells: [...element.lastElementChild.children] }));

  const folded = (text) => text.normalize("NFKC").toLowerCase();

  /** Returns whether each word is in the head of a row or in a text in a chosen language. */
  const hasAll = (row, words, isChosen) => {
    row.head ??= folded(row.element.firstElementChild.textContent);
    row.texts ??= row.cells.map((cell) => folded(cell.textContent));
    return words.every((word) => row.head.includes(word) || row.texts.some((text, at) => isChosen[at] && text.includes(word)));
  };

  const show = (element, isShown) => {
    if (element.hidden === isShown) element.hidden = !isShown;
  };

  /** Shows the rows and cells that match the controls. */
  const apply = () => {
    const query = folded(search.value.trim());
    const words = query.split(/\s+/).filter((word) => word !== "");
    const isChosen = boxes.map((box) => box.checked);
    // A code that is written in full is meant alone.
    const isCode = rows.some(({ element }) => element.id === query);
    let count = 0;
    for (const row of rows) {
      const isFound = isCode ? row.element.id === query : hasAll(row, words, isChosen);
      const hasState = (cell) => state.value === "" || cell.classList.contains(state.value);
      const isShown = isFound && row.cells.some((cell, at) => isChosen[at] && hasState(cell));
      // The source stands beside its translations.
      if (isShown) row.cells.forEach((cell, at) => show(cell, isChosen[at] && (at === 0 || hasState(cell))));
      row.element.classList.toggle("off", !isShown);
      row.element.ariaHidden = isShown ? null : "true";
      count += Number(isShown);
    }
    show(nothing, count === 0);
    shown.textContent = shown.dataset.text.replace("{shown}", count).replace("{all}", rows.length);
    chosen.textContent = isChosen.filter(Boolean).length;
    // Whoever has made a choice wants to see the texts.
    if (count < rows.length || isChosen.includes(false)) overview.open = false;
  };

  /** Writes the choice into the address, so that it can be sent to somebody. */
  const remember = () => {
    const choice = new URLSearchParams();
    const tags = boxes.filter((box) => box.checked).map((box) => box.value);
    if (tags.length < boxes.length) choice.set("l", tags.join(","));
    if (state.value) choice.set("s", state.value);
    if (search.value) choice.set("q", search.value);
    history.replaceState(null, "", `#${choice.toString().replaceAll("%2C", ",")}`);
  };

  /** Makes the choice that the address names. One that links to a text shows everything. */
  const recall = () => {
    const address = decodeURIComponent(location.hash.slice(1));
    const choice = new URLSearchParams(address.includes("=") ? location.hash.slice(1) : "");
    const tags = choice.get("l")?.split(",");
    boxes.forEach((box) => (box.checked = !tags || tags.includes(box.value)));
    state.value = choice.get("s") ?? "";
    search.value = choice.get("q") ?? "";
    apply();
    if (!address.includes("=")) document.getElementById(address)?.scrollIntoView();
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
  for (const row of find("tbody tr", overview)) {
    const tag = row.firstElementChild.dataset.l;
    const link = (cell, choice) => {
      const anchor = document.createElement("a");
      anchor.href = `#${new URLSearchParams(choice).toString().replaceAll("%2C", ",")}`;
      anchor.append(...cell.childNodes);
      cell.append(anchor);
    };
    const l = tag === source ? tag : `${source},${tag}`;
    link(row.firstElementChild, { l });
    find("td[data-s]", row).forEach((cell) => link(cell, { l, s: cell.dataset.s }));
  }

  window.addEventListener("hashchange", recall);
  recall();
})();
