// The preview in the browser: follows the builds, reloads only what differs, and shows what was found.
// Built pages never hold this script; the preview adds it on the way to the browser.
(() => {
"use strict";
const script = document.currentScript;
const folder = "/__preview/";
const scrollKey = "fachinfo-vorschau-rollen";
const closedKey = "fachinfo-vorschau-zu";
let own = { page: script.dataset.page, frame: script.dataset.frame };
let version = Number(script.dataset.version);
let comparing = Promise.resolve();
let source = null;

// Style sheets that gave way to newer ones: when their files go too, the page does not miss them.
const replaced = new Set();

restoreScroll();
const overlay = makeOverlay();
connect();
// A browser holds few connections to one server, so a hidden tab gives its own back.
document.addEventListener("visibilitychange", () => document.hidden ? disconnect() : connect());
window.addEventListener("pagehide", disconnect);
window.addEventListener("pageshow", event => event.persisted && connect());

function connect() {
  if (source || document.hidden) {
    return;
  }

  source = new EventSource(folder + "events");
  source.addEventListener("state", event => {
    const state = JSON.parse(event.data);
    overlay.show(state);
    markLinks(state.unpublished);
    if (state.version !== version) {
      version = state.version;
      comparing = comparing.then(() => follow(state)).catch(() => {});
    }
  });
  source.addEventListener("error", () => overlay.lost());
}

function disconnect() {
  source?.close();
  source = null;
}

/** Compares this page with the one that would be served now. */
async function follow(state) {
  const address = location.pathname + location.search;
  const answer = await fetch(folder + "page?path=" + encodeURIComponent(address), { cache: "no-store" });
  const now = await answer.json();
  if (now.page === own.page) {
    if (usesAny(state.changed)) {
      reload();
    }
  } else if (now.frame === own.frame && swapStyleSheets(now.styleSheets)) {
    own = now;
  } else {
    reload();
  }
}

/** Pictures, scripts and data that the page has loaded, under addresses that stay when their content changes. */
function usesAny(changed) {
  const loaded = new Set(performance.getEntriesByType("resource").map(entry => new URL(entry.name).pathname));
  return changed.some(path => loaded.has(path) && !replaced.has(path));
}

function swapStyleSheets(addresses) {
  const links = [...document.querySelectorAll("link[rel~=stylesheet]")].filter(link => !link.getAttribute("href").startsWith(folder));
  if (links.length !== addresses.length) {
    return false;
  }

  links.forEach((link, i) => {
    if (link.getAttribute("href") === addresses[i]) {
      return;
    }

    // The old sheet stays until the new one is there, so that nothing flashes.
    const next = link.cloneNode();
    replaced.add(new URL(link.href).pathname);
    next.href = addresses[i];
    next.addEventListener("load", () => link.remove(), { once: true });
    link.after(next);
  });
  return true;
}

function reload() {
  sessionStorage.setItem(scrollKey, JSON.stringify({ address: location.href, x: scrollX, y: scrollY }));
  location.reload();
}

function restoreScroll() {
  const saved = JSON.parse(sessionStorage.getItem(scrollKey) ?? "null");
  sessionStorage.removeItem(scrollKey);
  if (saved?.address === location.href) {
    scrollTo({ left: saved.x, top: saved.y, behavior: "instant" });
    addEventListener("load", () => scrollTo({ left: saved.x, top: saved.y, behavior: "instant" }), { once: true });
  }
}

/** Marks links to what is not published yet. */
function markLinks(unpublished) {
  document.querySelectorAll(".fachinfo-vorschau-etikett").forEach(mark => mark.remove());
  for (const link of document.querySelectorAll("main a[href]")) {
    const text = unpublished[link.pathname];
    if (text && link.origin === location.origin && link.textContent.trim()) {
      const mark = document.createElement("span");
      mark.className = "fachinfo-vorschau-etikett";
      mark.textContent = text.includes("Entwurf") ? "Entwurf" : "noch nicht erschienen";
      mark.title = text;
      link.after(mark);
    }
  }
}

function element(name, className, ...content) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
}

function makeOverlay() {
  const host = document.createElement("fachinfo-vorschau");
  const root = host.attachShadow({ mode: "open" });
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = folder + "overlay.css";
  const panel = element("section", "panel");
  panel.setAttribute("aria-label", "Meldungen der Vorschau");
  panel.tabIndex = -1;
  panel.hidden = true;
  const chip = element("button", "chip");
  chip.type = "button";
  const role = makeRoleSwitch();
  const bar = element("section", "bar", role.label, chip);
  bar.setAttribute("aria-label", "Vorschau");
  const live = element("div", "");
  live.setAttribute("role", "status");
  live.className = "live";
  root.append(style, bar, panel, live);
  // Nothing is seen before its style is there.
  host.hidden = true;
  style.addEventListener("load", () => { host.hidden = false; });
  document.body.append(host);

  let state = null;
  const isClosed = () => sessionStorage.getItem(closedKey) === fingerprint(state);
  const open = isOpen => {
    panel.hidden = !isOpen;
    bar.hidden = isOpen;
    chip.setAttribute("aria-expanded", String(isOpen));
  };
  const close = () => {
    sessionStorage.setItem(closedKey, fingerprint(state));
    open(false);
    chip.focus();
  };
  chip.addEventListener("click", () => {
    sessionStorage.removeItem(closedKey);
    open(true);
    panel.focus();
  });
  panel.addEventListener("keydown", event => event.key === "Escape" && close());

  function fingerprint(one) {
    return one ? JSON.stringify([one.problem, one.findings]) : "";
  }

  return {
    show(next) {
      const before = fingerprint(state);
      state = next;
      role.show(next);
      const weight = next.good ? (next.warnings ? "warning" : "good") : "error";
      chip.className = "chip " + weight;
      chip.textContent = "Vorschau: " + summary(next);
      if (fingerprint(next) === before) {
        return;
      }

      panel.className = "panel " + weight;
      panel.replaceChildren(content(next, close));
      live.textContent = next.good ? "" : title(next);
      open(!next.good && !isClosed());
    },
    lost() {
      chip.className = "chip warning";
      chip.textContent = "Vorschau: keine Verbindung";
    },
  };
}

function content(state, close) {
  const button = element("button", "", "Einklappen");
  button.type = "button";
  button.addEventListener("click", close);
  const heading = element("h2", "", title(state));
  const all = element("a", "", "Alle Meldungen");
  all.href = "/__diagnostics";
  const inner = element("div", "inner", element("div", "head", heading, element("p", "", all), button));
  if (state.problem) {
    inner.append(element("p", "problem", state.problem));
  }

  const list = element("ul", "");
  const order = { error: 0, warning: 1, info: 2 };
  for (const finding of [...state.findings].sort((one, other) => order[one.severity] - order[other.severity]).slice(0, 50)) {
    list.append(item(finding));
  }

  inner.append(list);
  return inner;
}

function item(finding) {
  const place = finding.line ? `${finding.file}, Zeile ${finding.line}, Spalte ${finding.column}` : finding.file || "Website";
  const weight = element("span", "weight", { error: "Fehler", warning: "Warnung", info: "Hinweis" }[finding.severity]);
  const made = element("li", finding.severity, element("p", "place", weight, " · ", place, " ", element("span", "code", finding.code)), element("p", "", finding.message));
  if (finding.excerpt) {
    const excerpt = element("pre", "", finding.excerpt);
    excerpt.tabIndex = 0;
    excerpt.setAttribute("aria-label", "Die Zeile in der Datei");
    excerpt.setAttribute("role", "group");
    made.append(excerpt);
  }

  return made;
}

function title(state) {
  if (state.problem) {
    return "Die Vorschau kann gerade nicht bauen. Gezeigt wird der letzte gute Stand.";
  }

  return state.good ? "Die Vorschau ist auf dem neuesten Stand." : `${count(state.errors, "Fehler", "Fehler")}: Gezeigt wird der letzte gute Stand.`;
}

function summary(state) {
  if (state.problem) {
    return "gestört";
  }

  const parts = [[state.errors, "Fehler", "Fehler"], [state.warnings, "Warnung", "Warnungen"], [state.infos, "Hinweis", "Hinweise"]];
  return parts.filter(([number]) => number > 0).map(part => count(...part)).join(", ") || "keine Meldungen";
}

function count(number, one, many) {
  return `${number} ${number === 1 ? one : many}`;
}

/** Lets one look at the site as a visitor or as a member, where the host would tell them apart. */
function makeRoleSwitch() {
  const select = document.createElement("select");
  const label = element("label", "role", "Ansicht als", select);
  label.hidden = true;
  select.addEventListener("change", async () => {
    await fetch(folder + "role?role=" + encodeURIComponent(select.value), { method: "POST" });
    reload();
  });
  return {
    label,
    show(state) {
      label.hidden = state.roles.length === 0;
      select.replaceChildren(new Option("Öffentlichkeit", ""), ...state.roles.map(role => new Option(role === "members" ? "Mitglied" : role, role)));
      select.value = state.role;
    },
  };
}
})();
