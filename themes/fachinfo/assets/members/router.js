// Routes of the area stand in the fragment of the address, which no browser sends to the host: #/mitteilungen/2024/146/,
// with a place on the page as #/mitteilungen/2024/146/!anlage, and the query of the search as #/suche/?q=Satzung.

const PATH = /^\/(?:[\w.~-]+\/)*[\w.~-]*$/u;
const REST = 150;

/** @returns {{path: string, query: string, anchor: string}|null} null if the fragment is no route */
export function parseRoute(hash) {
    const [, path, query = "", anchor = ""] = /^#?([^?!]*)(?:\?([^!]*))?(?:!(.*))?$/su.exec(hash) ?? [];
    return path !== undefined && PATH.test(path) ? { path, query, anchor: decode(anchor) } : null;
}

export class Router {
    #onRoute;
    #timer = 0;

    /** @param {(route: {path: string, query: string, anchor: string}, y: number|null) => void} onRoute with the place where the page was left, if it was */
    constructor(onRoute) {
        this.#onRoute = onRoute;
        // The page is not there yet when the browser would scroll.
        history.scrollRestoration = "manual";
        window.addEventListener("hashchange", () => this.#read());
        window.addEventListener("scroll", () => this.#remember(), { passive: true });
        document.addEventListener("click", event => this.#click(event));
    }

    get current() {
        return parseRoute(location.hash) ?? { path: "/", query: "", anchor: "" };
    }

    /** Shows the current route. */
    start() {
        this.#onRoute(this.current, history.state?.y ?? null);
    }

    /** Forgets the route without a trace in the address. */
    reset() {
        clearTimeout(this.#timer);
        history.replaceState(null, "", location.pathname + location.search);
    }

    #read() {
        clearTimeout(this.#timer);
        const route = location.hash === "" ? this.current : parseRoute(location.hash);
        if (route !== null) {
            this.#onRoute(route, history.state?.y ?? null);
        }
    }

    #remember() {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => history.replaceState({ y: window.scrollY }, ""), REST);
    }

    /** Links such as "skip to content" go to their place without touching the route. */
    #click(event) {
        const target = event.target.closest?.("a[href^='#']")?.getAttribute("href");
        if (!target || target.startsWith("#/") || event.defaultPrevented) {
            return;
        }

        const place = document.getElementById(decode(target.slice(1)));
        if (place !== null) {
            event.preventDefault();
            goTo(place);
        }
    }
}

/** Scrolls to an element and gives it the focus, so that the keyboard goes on from there. */
export function goTo(element) {
    if (element.tabIndex < 0 && !element.hasAttribute("tabindex")) {
        element.setAttribute("tabindex", "-1");
    }

    element.scrollIntoView();
    element.focus({ preventScroll: true });
}

function decode(text) {
    try {
        return decodeURIComponent(text);
    } catch {
        return text;
    }
}
