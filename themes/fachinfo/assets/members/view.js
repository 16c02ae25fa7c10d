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
     * @param {string} title for the window
     * @param {string|null} publicHref the public version
     * @param {DocumentFragment|null} crumbs its breadcrumbs, from the start of the area
     * @param {Element|null} navigation of the area; without, the last one stays
     */
    showPage({ content, title, publicHref, crumbs, navigation, isStart }) {
        this.#content.replaceChildren(content);
        this.#showCrumbs(crumbs, isStart);
        document.title = title;
        const links = part(this.#bar, "public");
        links.hidden = !publicHref;
        links.querySelector("a").href = publicHref ?? "";
        part(this.#bar, "address").textContent = location.href;
        if (navigation) {
            part(this.#bar, "navigation").replaceChildren(navigation);
        } else {
            part(this.#bar, "navigation").querySelector("[aria-current]")?.removeAttribute("aria-current");
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
        this.showOwn(note, title);
    }

    /** Shows something that is no sealed page, such as the search. */
    showOwn(content, title, { route = "", navigation = null } = {}) {
        this.showPage({ content, title: `${title} – ${this.#title}`, publicHref: null, crumbs: this.#crumbsOf(title), navigation, isStart: false });
        this.showAudiences([]);
        part(this.#bar, "navigation").querySelector("[aria-current]")?.removeAttribute("aria-current");
        part(this.#bar, "navigation").querySelector(`a[href="#${route}"]`)?.setAttribute("aria-current", "page");
    }

    /** Tells whether a page has brought the navigation of the area. */
    get hasNavigation() {
        return part(this.#bar, "navigation").childElementCount > 0;
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

    /** The public start page, and what lies above this page in the area. */
    #showCrumbs(crumbs, isStart) {
        if (this.#crumbs === null || isStart || crumbs === null) {
            this.#crumbs?.replaceChildren(...this.#ownCrumbs);
            return;
        }

        this.#crumbs.replaceChildren(this.#ownCrumbs[0], crumbs);
    }

    /** Breadcrumbs of a note: the start of the area, and its title. */
    #crumbsOf(title) {
        const start = document.createElement("a");
        start.href = "#/";
        start.textContent = this.#ownCrumbs.at(-1)?.textContent.trim() ?? "";
        const current = document.createElement("span");
        current.setAttribute("aria-current", "page");
        current.textContent = title;
        const crumbs = document.createDocumentFragment();
        for (const crumb of [start, current]) {
            const item = document.createElement("li");
            item.append(crumb);
            crumbs.append(item);
        }

        return crumbs;
    }
}

function part(parent, name) {
    return parent.querySelector(`[data-part="${name}"]`);
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
