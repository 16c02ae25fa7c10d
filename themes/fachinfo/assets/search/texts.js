// The texts of the site's own pages, for snippets and phrases: fetched once, from the page itself.

/** Bytes of a file are not fetched only to look into them. */
const isPage = (path) => path.endsWith("/");

export class PageTexts {
    #root;
    #texts = new Map();

    /** @param root the path of the site, without a slash at its end */
    constructor(root) {
        this.#root = root;
    }

    /** Promises the words of the page of a hit; null if the hit is no page of ours, empty if it cannot be read. */
    async of({ address }) {
        const [path, part] = address.split("#");
        if (!isPage(path)) {
            return null;
        }

        if (!this.#texts.has(address)) {
            this.#texts.set(address, this.#read(path, part));
        }

        return this.#texts.get(address);
    }

    async #read(path, part) {
        try {
            const answer = await fetch(this.#root + path);
            return textOf(new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html"), part);
        } catch {
            return "";
        }
    }
}

/** The words of a page, or of a part of it, its blocks set apart. */
export function textOf(page, part) {
    const area = part ? `#${CSS.escape(part)}` : [".file-sheets", ".prose", "main"].find((place) => page.querySelector(place));
    return [...page.querySelectorAll(`${area} :is(p, li, td, th, dt, dd, h2, h3, h4, pre, blockquote)`)]
        .filter((element) => !element.querySelector("p, li, td"))
        .map((element) => element.textContent.trim()).join(" · ");
}
