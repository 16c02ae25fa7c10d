// The search page: reads the query from the address, shows hits, and fetches the texts of the shown ones for snippets.

const HITS_AT_ONCE = 10;
const FIRST_RECORD_PIECES = 4;
const TYPING_PAUSE = 200;
const SHORTEST_TYPED = 3;
const SNIPPET_LENGTH = 220;

const byId = (id) => document.getElementById(id);
const [form, field, status, results, list, more, registers, direct, inFiles] = [
  "suche_formular", "suche_feld", "suche_stand", "suche_ergebnis", "suche_liste", "suche_mehr", "suche_register", "suche_direkt", "suche_dateien",
].map(byId);
const texts = byId("suche_skript").dataset;
const root = document.documentElement.dataset.root;
const [words, { SearchIndex, loaderFor }] = await Promise.all([import(texts.words), import(texts.engine)]);
const [pageIndex, fileIndex] = [texts.pieces, texts.files].map((folder) => new SearchIndex(words, loaderFor(new URL(folder, location).href)));
const FILES = "dateien";
let index = pageIndex;
const pages = new Map();
let running = 0;

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const idle = () => new Promise((done) => (window.requestIdleCallback ?? setTimeout)(() => done(), { timeout: 500 }));
const numberText = (value) => value.toLocaleString(document.documentElement.lang);

function dateText(iso) {
  return new Date(`${iso}T12:00:00`).toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long", year: "numeric" });
}

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

function readForm() {
  const value = (name) => form.elements[name]?.value ?? "";
  const isInFiles = value("bereich") === FILES;
  index = isInFiles ? fileIndex : pageIndex;
  return { kind: isInFiles ? "" : value("bereich"), rubric: isInFiles ? "" : value("rubrik"), year: value("jahr"), order: value("folge") === "datum" ? "date" : "", open: !isInFiles && form.elements.frist.checked, today: today() };
}

function toForm() {
  const query = new URLSearchParams(location.search);
  for (const element of form.elements) {
    if (element.type === "checkbox") {
      element.checked = query.get(element.name) === element.value;
    } else if (element.name) {
      element.value = query.get(element.name) ?? "";
    }
  }
}

/** The address of the form's state; empty values are left out. */
function address() {
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
  return query.size > 0 ? `?${query}` : location.pathname;
}

async function run({ isTyping = false, mayJump = false } = {}) {
  const query = field.value.trim();
  const turn = ++running;
  more.hidden = true;
  if (query === "") {
    show(null);
    status.textContent = "";
    return;
  }

  const busy = setTimeout(() => turn === running && (status.textContent = texts.busy), 400);
  try {
    const filter = readForm();
    const found = await index.search(isTyping ? field.value.trimStart() : query, { ...filter, isTyping });
    clearTimeout(busy);
    if (turn !== running) {
      return;
    }

    if (mayJump && found.direct.length === 1) {
      location.replace(root + found.direct[0].address);
      return;
    }

    show(found, query);
    await (found.parsed.phrases.length > 0 ? showPhrases(found, query, turn) : showHits(found, turn));
  } catch (problem) {
    if (turn === running) {
      show(null);
      status.textContent = texts.failed;
    }

    throw problem;
  } finally {
    clearTimeout(busy);
  }
}

/** Empties the list and says how much was found. */
function show(found, query) {
  list.replaceChildren();
  results.hidden = !found || (found.ids.length === 0 && found.direct.length === 0);
  registers.hidden = Boolean(found) && !results.hidden;
  inFiles.hidden = !found || !texts.files || index === fileIndex || found.parsed.words.length === 0;
  direct.hidden = !found || found.direct.length === 0;
  if (!found) {
    return;
  }

  const links = found.direct.map((thing) => Object.assign(document.createElement("a"), { href: root + thing.address, textContent: thing.label }));
  direct.replaceChildren(direct.firstChild, ...links.flatMap((link, i) => (i > 0 ? [", ", link] : [link])));
  if (found.parsed.words.length === 0) {
    status.textContent = found.direct.length > 0 ? "" : texts.noWords;
    return;
  }

  const corrected = found.parsed.words.filter((word) => word.also?.size > 0).flatMap((word) => [...word.also]);
  const count = found.ids.length;
  status.textContent = [
    fill(count === 0 ? texts.none : count === 1 ? texts.one : texts.many, { count: numberText(count), query }),
    count === 0 ? texts.noneHelp : "",
    corrected.length > 0 ? fill(texts.corrected, { words: corrected.join(", ") }) : "",
  ].filter(Boolean).join(" ");
}

/** Shows the first hits at once, the rest of the ten when the browser has time, then their snippets. */
async function showHits(found, turn, from = 0) {
  const ids = found.ids.slice(from, from + HITS_AT_ONCE);
  const pieces = await Promise.all(ids.map((id) => index.recordPiece(id)));
  let first = 0;
  while (first < ids.length && new Set(pieces.slice(0, first + 1)).size <= FIRST_RECORD_PIECES) {
    first++;
  }

  const shown = [];
  for (const part of [ids.slice(0, first), ids.slice(first)]) {
    const records = await Promise.all(part.map((id) => index.record(id)));
    if (turn !== running) {
      return [];
    }

    shown.push(...records.map((record) => addHit(record, found.parsed)));
    await idle();
  }

  offerMore(from + ids.length < found.ids.length, texts.more, async () => {
    const added = await showHits(found, turn, from + ids.length);
    added[0]?.querySelector("a").focus();
  });
  void addSnippets(shown, found.parsed, turn);
  return shown.map(({ item }) => item);
}

/** Hits for phrases are known only when their texts are read: ten at a time. */
async function showPhrases(found, query, turn, from = 0, before = 0) {
  status.textContent = found.ids.length > 0 ? texts.busy : status.textContent;
  const ids = found.ids.slice(from, from + HITS_AT_ONCE);
  const records = await Promise.all(ids.map((id) => index.record(id)));
  const holds = await Promise.all(records.map(async (record) => {
    if (!hasPage(record)) {
      return true;
    }

    const all = words.terms(`${record.title} \n ${record.summary} \n ${await textOf(record)}`);
    return found.parsed.phrases.every((phrase) => hasPhrase(all, phrase));
  }));
  if (turn !== running || ids.length === 0) {
    return;
  }

  const shown = records.filter((_, i) => holds[i]).map((record) => addHit(record, found.parsed));
  const count = before + shown.length;
  const checked = from + ids.length;
  status.textContent = fill(texts.phrase, { count: numberText(count), checked: numberText(checked), total: numberText(found.ids.length), query });
  offerMore(checked < found.ids.length, texts.checkMore, () => showPhrases(found, query, turn, checked, count));
  await addSnippets(shown, found.parsed, turn);
}

function hasPhrase(all, phrase) {
  return all.some((_, at) => phrase.every((term, i) => all[at + i] === term));
}

function offerMore(isThere, label, go) {
  more.hidden = !isThere;
  more.textContent = label;
  more.onclick = go;
}

function addHit(record, parsed) {
  const item = byId("suche_muster").content.firstElementChild.cloneNode(true);
  const part = (selector) => item.querySelector(selector);
  part(".notice-label").textContent = record.label;
  const [date, deadline] = item.querySelectorAll("time");
  setDate(date, record.date);
  const link = part("a");
  link.href = root + record.address;
  mark(link, record.title, parsed);
  mark(part(".summary"), record.summary, parsed);
  part(".tag").textContent = record.page > 0 ? fill(texts.page, { page: record.page }) : record.rubric;
  if (!record.isMembersOnly) {
    part(".badge-members").remove();
  }

  const next = record.deadlines.filter((day) => day >= today()).sort()[0];
  if (next) {
    setDate(deadline, next);
  } else {
    part(".badge-running").remove();
  }

  for (const empty of [".tag", ".summary", ".notice-label"]) {
    if (part(empty).textContent === "") {
      part(empty).remove();
    }
  }

  list.append(item);
  return { item, record };
}

function setDate(element, iso) {
  if (iso) {
    element.dateTime = iso;
    element.textContent = dateText(iso);
  } else {
    element.remove();
  }
}

/** Writes a text with marks around the words of the query. */
function mark(element, text, parsed) {
  const parts = [];
  let at = 0;
  for (const { start, end } of matchesIn(text, parsed)) {
    parts.push(text.slice(at, start), Object.assign(document.createElement("mark"), { textContent: text.slice(start, end) }));
    at = end;
  }

  element.replaceChildren(...parts, text.slice(at));
}

const matchesIn = (text, parsed) => words.chains(text).filter((chain) => parsed.words.some((word) => words.matches(word, chain)));

async function addSnippets(shown, parsed, turn) {
  for (const { item, record } of shown) {
    await idle();
    if (turn !== running) {
      return;
    }

    const snippet = hasPage(record) ? bestPart(await textOf(record), parsed) : "";
    const summary = item.querySelector(".summary");
    if (snippet && summary) {
      mark(summary, snippet, parsed);
    }
  }
}

/** Bytes of a file are not fetched only to look into them. */
const hasPage = (record) => record.address.split("#")[0].endsWith("/");

/** The words of a page's text; empty if it cannot be read. */
function textOf({ address: page }) {
  if (!pages.has(page)) {
    pages.set(page, (async () => {
      try {
        const [path, part] = page.split("#");
        const answer = await fetch(root + path);
        const parsed = new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html");
        const area = part ? `#${CSS.escape(part)}` : [".file-sheets", ".prose", "main"].find((place) => parsed.querySelector(place));
        return [...parsed.querySelectorAll(`${area} :is(p, li, td, th, dt, dd, h2, h3, h4, pre, blockquote)`)]
          .filter((element) => !element.querySelector("p, li, td"))
          .map((element) => element.textContent.trim()).join(" · ");
      } catch {
        return "";
      }
    })());
  }

  return pages.get(page);
}

/** The part of a text with most different words of the query, cut between words. */
function bestPart(text, parsed) {
  const found = matchesIn(text, parsed);
  if (found.length === 0) {
    return "";
  }

  const kinds = (from) => parsed.words.filter((word) => found.some((chain) => chain.start >= from && chain.end <= from + SNIPPET_LENGTH && words.matches(word, chain))).length;
  let best = { start: 0, score: 0 };
  for (const { start } of found) {
    const score = kinds(start);
    best = score > best.score ? { start, score } : best;
  }

  const wish = Math.max(0, best.start - SNIPPET_LENGTH / 4);
  const from = wish === 0 ? 0 : text.indexOf(" ", wish) + 1;
  const to = from + SNIPPET_LENGTH >= text.length ? text.length : text.lastIndexOf(" ", from + SNIPPET_LENGTH);
  return `${from > 0 ? "… " : ""}${text.slice(from, to)}${to < text.length ? " …" : ""}`;
}

inFiles.addEventListener("click", () => {
  form.elements.bereich.value = FILES;
  history.pushState(null, "", address());
  field.focus();
  void run();
});

byId("suche_ohne").remove();

let pause = 0;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  history.pushState(null, "", address());
  void run({ mayJump: true });
});
field.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => {
    if (field.value.trim().length >= SHORTEST_TYPED || field.value === "") {
      history.replaceState(null, "", address());
      void run({ isTyping: true });
    }
  }, TYPING_PAUSE);
});
form.addEventListener("change", (event) => {
  if (event.target !== field) {
    history.pushState(null, "", address());
    void run();
  }
});
addEventListener("popstate", () => {
  toForm();
  void run();
});
toForm();
if (field.value) {
  void run({ mayJump: true });
}
