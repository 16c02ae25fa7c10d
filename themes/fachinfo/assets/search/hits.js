// One hit as an item of the list, made from the page's template.

import { today } from "./form.js";
import { mark } from "./marks.js";

/** Fills words into a text: {count} Treffer. */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/**
 * Makes the item of a hit.
 * @param template with one item
 * @param href where it leads
 * @param page the words for a page of a file
 */
export function hitOf(template, record, { href, page, parsed }) {
    const item = template.content.firstElementChild.cloneNode(true);
    const part = (selector) => item.querySelector(selector);
    part(".notice-label").textContent = record.label;
    const [date, deadline] = item.querySelectorAll("time");
    setDate(date, record.date);
    const link = part("a");
    link.href = href;
    mark(link, record.title, parsed);
    mark(part(".summary"), record.summary, parsed);
    part(".tag").textContent = record.page > 0 ? fill(page, { page: record.page }) : record.rubric;
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

    return item;
}

function setDate(element, iso) {
    if (iso) {
        element.dateTime = iso;
        element.textContent = dateText(iso);
    } else {
        element.remove();
    }
}

/** Dates in English read as on the pages: 20 February 2024. */
function dateText(iso) {
    const { lang } = document.documentElement;
    return new Date(`${iso}T12:00:00`).toLocaleDateString(lang === "en" ? "en-GB" : lang, { day: "numeric", month: "long", year: "numeric" });
}
