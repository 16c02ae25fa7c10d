// What stands on the page: the form, a sealed page, a note; and what is announced.

import { goTo } from "./router.js";

const TOAST_LIFETIME = 12 * 1000;

export class View {
    #content = document.getElementById("mitglieder_inhalt");
    #bar = document.getElementById("mitglieder_leiste");
    #message = document.getElementById("mitglieder_meldung");
    #crumbs = document.querySelector("nav.breadcrumbs ol");
    #title = document.title;
    #ownCrumbs;
    #timer = 0;

    constructor() {
        this.#ownCrumbs = Array.from(this.#crumbs?.children ?? []);
    }

    get content() {
        return this.#content;
    }

    /** A copy of one of the page's templates. */
    copy(name) {
        return document.getElementById(`mitglieder_vorlage_${name}`).content.cloneNode(true);
    }

    /** Shows the form, or anything else without a place in the area. */
    showLocked(content) {
        this.#bar.replaceChildren();
        this.#content.replaceChildren(content);
        this.#crumbs?.replaceChildren(...this.#ownCrumbs);
        document.title = this.#title;
    }

    /** Shows the strip that says who is in the area. */
    showBar(name, onLogout) {
        const bar = this.copy("leiste");
        part(bar, "name").textContent = name;
        part(bar, "logout").addEventListener("click", onLogout);
        this.#bar.replaceChildren(bar);
    }

    /**
     * Shows a page of the area.
     * @param {string} title may be empty for the start page
     * @param {string|null} publicHref the public version
     * @param {DocumentFragment|null} crumbs its breadcrumbs as the generator made them
     */
    showPage({ content, title, publicHref, crumbs, isStart }) {
        this.#content.replaceChildren(content);
        this.#showCrumbs(title, crumbs, isStart);
        document.title = isStart ? this.#title : `${title} – ${this.#title}`;
        const link = part(this.#bar, "public");
        link.hidden = !publicHref;
        link.firstElementChild.href = publicHref ?? "";
        part(this.#bar, "address").textContent = location.href;
        part(this.#bar, "start").toggleAttribute("aria-current", false);
        if (isStart) {
            part(this.#bar, "start").setAttribute("aria-current", "page");
        }
    }

    /**
     * Offers the versions of a page for several audiences.
     * @param {{name: string, isCurrent: boolean, choose: () => void}[]} audiences
     */
    showAudiences(audiences) {
        const list = part(this.#bar, "audiences");
        list.hidden = audiences.length < 2;
        list.replaceChildren(...audiences.map(({ name, isCurrent, choose }) => {
            const item = toItem({ text: name, act: choose, className: "button button-quiet" });
            item.firstElementChild.setAttribute("aria-pressed", String(isCurrent));
            return item;
        }));
    }

    /** Shows a title, a sentence and buttons. */
    showNote(title, text, actions = []) {
        const note = this.copy("hinweis");
        part(note, "title").textContent = title;
        part(note, "text").textContent = text;
        part(note, "actions").append(...actions.map(toItem));
        part(note, "actions").hidden = actions.length === 0;
        this.showPage({ content: note, title, publicHref: null, crumbs: null, isStart: false });
        this.showAudiences([]);
    }

    /** Goes to a place of the page, to where it was left, or to its heading. */
    goTo(anchor, y) {
        const place = anchor && document.getElementById(anchor);
        if (place) {
            goTo(place);
            return;
        }

        const heading = this.#content.querySelector("h1") ?? this.#content;
        heading.setAttribute("tabindex", "-1");
        heading.focus({ preventScroll: true });
        window.scrollTo({ top: y ?? 0, behavior: "instant" });
    }

    /** Says something, to readers of the screen too. */
    announce(text) {
        clearTimeout(this.#timer);
        this.#message.textContent = text;
        if (text) {
            this.#timer = setTimeout(() => this.announce(""), TOAST_LIFETIME);
        }
    }

    /** Shows how far something is; only to be seen, a voice that counts to a hundred helps nobody. */
    progress(text) {
        clearTimeout(this.#timer);
        const line = document.createElement("span");
        line.setAttribute("aria-hidden", "true");
        line.textContent = text;
        this.#message.replaceChildren(line);
    }

    setBusy(isBusy) {
        this.#content.toggleAttribute("aria-busy", false);
        if (isBusy) {
            this.#content.setAttribute("aria-busy", "true");
        }
    }

    /** Public start page, members' start page, and what lies above this page. */
    #showCrumbs(title, crumbs, isStart) {
        if (this.#crumbs === null || isStart) {
            this.#crumbs?.replaceChildren(...this.#ownCrumbs);
            return;
        }

        const [home, area] = this.#ownCrumbs;
        const start = document.createElement("li");
        const link = document.createElement("a");
        link.href = "#/";
        link.textContent = area?.textContent.trim() ?? "";
        start.append(link);
        this.#crumbs.replaceChildren(home, start, crumbs ?? currentCrumb(title));
    }
}

function part(parent, name) {
    return parent.querySelector(`[data-part="${name}"]`);
}

function currentCrumb(title) {
    const item = document.createElement("li");
    const text = document.createElement("span");
    text.setAttribute("aria-current", "page");
    text.textContent = title;
    item.append(text);
    return item;
}

function toItem({ text, act, className = "button" }) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.className = className;
    button.textContent = text;
    button.addEventListener("click", act);
    item.append(button);
    return item;
}
