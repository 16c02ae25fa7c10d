// The search of the members' area: the public indexes and the sealed ones of a member's audiences, searched as one.

import { SearchIndex } from "./index.js";
import { MergedIndex } from "./merged.js";
import { loaderFor, StaleIndexError } from "./pieces.js";
import { PageTexts, textOf } from "./texts.js";
import { SearchView } from "./view.js";
import { FILES } from "./form.js";

/** Where the indexes of an audience would lie if they were public. */
const PAGES_INDEX = "/suche/index";
const FILES_INDEX = "/suche/texte";

/** The name of the root, as pieces.js asks for it. */
const ROOT = "index";

/**
 * Makes the search of a page.
 * @param page the element with the form and the places for results
 * @param words what the page says, and where the public indexes lie
 * @param {object} area
 * @param {string} area.root the path of the site, without a slash at its end
 * @param {string[]} area.audiences ids of those that the member belongs to
 * @param {(audience: string, path: string) => Promise<ArrayBuffer|null>} area.piece a sealed piece, opened; null if there is none
 * @param {(path: string) => Promise<string>} area.html a sealed page
 * @param {(href: string) => void} area.go
 * @param {(state: URLSearchParams, isNew: boolean) => void} area.keep
 * @returns {Promise<SearchView>}
 */
export async function makeSearch(page, words, area) {
    const [pages, files] = await Promise.all([indexOf(words.pieces, PAGES_INDEX, area), indexOf(words.files, FILES_INDEX, area)]);
    const [years, kinds] = ["jahr", "bereich"].map((name) => page.querySelector(`#suche_${name}`));
    years.append(...(await pages.years()).map((year) => new Option(year, year)));
    if (files === null) {
        kinds.querySelector(`[value="${FILES}"]`)?.remove();
    }

    const publicTexts = new PageTexts(area.root);
    const ownTexts = new Map();
    const ownText = (address) => {
        if (!ownTexts.has(address)) {
            ownTexts.set(address, readText(area, address));
        }

        return ownTexts.get(address);
    };
    return new SearchView(page, words, {
        pages,
        files,
        hrefOf: ({ address, isInArea }) => (isInArea ? `#${address.replace("#", "!")}` : area.root + address),
        textOf: (record) => (record.isInArea ? ownText(record.address) : publicTexts.of(record)),
        go: area.go,
        keep: area.keep,
    });
}

/** The indexes of all audiences that have one, before the public one; null if there is none at all. */
async function indexOf(publicFolder, path, area) {
    const own = await Promise.all(area.audiences.map((audience) => sealedIndex(audience, path, area)));
    const parts = own.filter((index) => index !== null).map((index) => ({ index, isInArea: true }));
    if (publicFolder) {
        parts.push({ index: new SearchIndex(loaderFor(new URL(publicFolder, location).href)), isInArea: false });
    }

    return parts.length > 0 ? new MergedIndex(parts) : null;
}

/** An audience for which there is nothing to find has no index. */
async function sealedIndex(audience, path, area) {
    let first = await area.piece(audience, `${path}.bin`);
    return first && new SearchIndex(async (name) => {
        const known = name === ROOT ? first : null;
        first = null;
        const bytes = known ?? await area.piece(audience, name === ROOT ? `${path}.bin` : `${path}/${name}.bin`);
        if (bytes === null) {
            throw new StaleIndexError(name);
        }

        return bytes;
    });
}

async function readText(area, address) {
    const [path, part] = address.split("#");
    try {
        return textOf(new DOMParser().parseFromString(await area.html(path), "text/html"), part);
    } catch {
        return "";
    }
}
