// Files and pictures: decrypted in the browser, then saved, shown in a tab or drawn.

/** What a tab may show. Never HTML, SVG or XML: a blob has the origin of the site, and so would their scripts. */
const SHOWABLE = new Map([
    ["application/pdf", "application/pdf"],
    ["image/jpeg", "image/jpeg"],
    ["image/png", "image/png"],
    ["text/plain", "text/plain;charset=utf-8"],
]);

const SAVE_LIFETIME = 60 * 1000;

const TYPES = { pdf: "application/pdf", png: "image/png", jpg: "image/jpeg", jpeg: "image/jpeg", txt: "text/plain" };

/** Whether a tab can show a file, by its ending; when it is there, its header decides. */
export function isLikelyShowable(path) {
    return SHOWABLE.has(TYPES[path.slice(path.lastIndexOf(".") + 1).toLowerCase()]);
}

export class Files {
    #objects;
    #view;
    #words;
    #addresses = new Set();

    constructor(objects, view, words) {
        this.#objects = objects;
        this.#view = view;
        this.#words = words;
        window.addEventListener("pagehide", () => this.clear());
    }

    /** Saves a file under its name. */
    async save(path) {
        const { header, body } = await this.#fetch(path);
        const link = document.createElement("a");
        link.href = this.#address(new Blob([body], { type: "application/octet-stream" }));
        link.download = cleanName(header.name ?? path);
        link.click();
        setTimeout(() => this.#revoke(link.href), SAVE_LIFETIME);
        this.#view.announce(this.#words.get("fileSaved", { name: link.download }));
    }

    /** Shows a file in a tab, which must be opened while the click is handled: later the browser would take it for an advertisement. */
    async show(path) {
        const tab = window.open("", "_blank");
        if (tab === null) {
            this.#view.announce(this.#words.get("fileBlocked", { name: nameOf(path) }));
            return;
        }

        tab.document.documentElement.lang = document.documentElement.lang;
        tab.document.title = nameOf(path);
        tab.document.body.textContent = this.#words.get("fileLoading", { name: nameOf(path) });
        try {
            const { header, body } = await this.#fetch(path);
            const type = SHOWABLE.get(header.mediaType);
            if (type === undefined) {
                tab.close();
                await this.save(path);
                return;
            }

            tab.opener = null;
            tab.location.replace(this.#address(new Blob([body], { type })));
            this.#view.announce(this.#words.get("fileOpened", { name: header.name ?? nameOf(path) }));
        } catch (problem) {
            tab.close();
            throw problem;
        }
    }

    /** Draws the pictures of a page, one after the other. A canvas needs no address, so the policy allows no blob as image. */
    async draw(content) {
        for (const image of content.querySelectorAll("img[data-file]")) {
            try {
                image.replaceWith(await this.#canvas(image));
            } catch {
                // No bitmap, such as an SVG: it can be saved.
                const link = document.createElement("a");
                link.className = "picture-missing";
                link.href = `#/file${image.dataset.file}`;
                link.dataset.file = image.dataset.file;
                link.textContent = image.alt || nameOf(image.dataset.file);
                image.replaceWith(link);
            }
        }
    }

    /** Takes back every address that was given to a file. */
    clear() {
        for (const address of this.#addresses) {
            URL.revokeObjectURL(address);
        }

        this.#addresses.clear();
    }

    async #canvas(image) {
        const { body } = await this.#objects.file(image.dataset.file);
        const bitmap = await createImageBitmap(body);
        const canvas = document.createElement("canvas");
        canvas.width = bitmap.width;
        canvas.height = bitmap.height;
        canvas.className = image.className;
        canvas.getContext("2d").drawImage(bitmap, 0, 0);
        bitmap.close();
        if (image.alt) {
            canvas.setAttribute("role", "img");
            canvas.setAttribute("aria-label", image.alt);
        } else {
            canvas.setAttribute("aria-hidden", "true");
        }

        return canvas;
    }

    async #fetch(path) {
        const name = nameOf(path);
        this.#view.announce(this.#words.get("fileLoading", { name }));
        return this.#objects.file(path, (bytes, total) => {
            if (total > bytes) {
                this.#view.progress(this.#words.get("fileProgress", { name, percent: Math.floor((bytes / total) * 100) }));
            }
        });
    }

    #address(blob) {
        const address = URL.createObjectURL(blob);
        this.#addresses.add(address);
        return address;
    }

    #revoke(address) {
        URL.revokeObjectURL(address);
        this.#addresses.delete(address);
    }
}

/** The last part of a path. */
export function nameOf(path) {
    return path.slice(path.lastIndexOf("/") + 1);
}

/** No separators, control characters or marks that turn the direction of writing; the generator cleans names too. */
function cleanName(name) {
    return name.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, "-").replace(/^\.+/u, "") || "datei";
}
