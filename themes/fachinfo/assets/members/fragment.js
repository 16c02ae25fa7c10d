// Turns the HTML of a sealed page into elements. What is sealed comes from the site's own theme; still nothing but known
// elements, attributes and schemes passes, so that a mistake there does not run in the browser of a member.

const HTML = new Set(("a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em "
    + "figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q s samp section small span strong "
    + "sub summary sup table tbody td tfoot th thead time tr u ul var wbr").split(" "));

const SVG = new Set("a circle desc g line path polygon polyline rect svg text title tspan".split(" "));

const GLOBAL = new Set("class dir id lang role tabindex title".split(" "));

const OWN = {
    a: ["data-action"],
    col: ["span"],
    colgroup: ["span"],
    details: ["open"],
    img: ["alt", "height", "width"],
    li: ["value"],
    ol: ["reversed", "start", "type"],
    td: ["colspan", "headers", "rowspan"],
    th: ["abbr", "colspan", "headers", "rowspan", "scope"],
    time: ["datetime"],
};

const DRAWING = new Set(("cx cy d dx dy fill fill-rule height points r rx ry stroke stroke-dasharray stroke-linecap stroke-linejoin "
    + "stroke-width text-anchor transform viewBox width x x1 x2 y y1 y2").split(" "));

/** How the address of a sealed file starts. */
const FILE_ROUTE = "#/file/";

const SVG_NAMESPACE = "http://www.w3.org/2000/svg";
const HTML_NAMESPACE = "http://www.w3.org/1999/xhtml";
const SCHEMES = new Set(["http:", "https:", "mailto:", "tel:"]);

/**
 * Parses a sealed page. Navigation and breadcrumbs stand in it too and have their own places around the content.
 * @param {string} route its path, for links within the page: #abc becomes #/path/!abc
 * @returns {{content: DocumentFragment, crumbs: DocumentFragment|null, navigation: DocumentFragment|null}}
 */
export function parse(html, route) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const main = page.querySelector("main") ?? page.body;
    const navigation = take(main, "nav.members-nav");
    const crumbs = take(main, "nav.breadcrumbs")?.querySelector("ol");
    return {
        content: copyChildren(main, route),
        crumbs: crumbs ? copyChildren(crumbs, route) : null,
        navigation: navigation ? copyElement(navigation, route) : null,
    };
}

function take(parent, selector) {
    const element = parent.querySelector(selector);
    element?.remove();
    return element;
}

function copyChildren(from, route) {
    const copy = document.createDocumentFragment();
    for (const node of from.childNodes) {
        if (node.nodeType === Node.TEXT_NODE) {
            copy.append(node.data);
        } else if (node.nodeType === Node.ELEMENT_NODE) {
            copy.append(copyElement(node, route));
        }
    }

    return copy;
}

/** An unknown element is left out with everything in it: the text of a script is no text. */
function copyElement(from, route) {
    const name = from.localName;
    const isDrawing = from.namespaceURI === SVG_NAMESPACE;
    if (!(isDrawing ? SVG : HTML).has(name)) {
        return document.createDocumentFragment();
    }

    const copy = document.createElementNS(isDrawing ? SVG_NAMESPACE : HTML_NAMESPACE, name);
    for (const { name: attribute, value } of from.attributes) {
        if (isAllowed(name, isDrawing, attribute)) {
            copy.setAttribute(attribute, value);
        }
    }

    if (name === "a") {
        copyTarget(from, copy, route);
        markFile(copy, copy.getAttribute("href"));
    } else if (name === "img") {
        // Never the address itself: the bytes behind it are sealed.
        markFile(copy, from.getAttribute("src"));
    }

    copy.append(copyChildren(from, route));
    return copy;
}

function isAllowed(element, isDrawing, attribute) {
    return GLOBAL.has(attribute) || attribute.startsWith("aria-") || (isDrawing ? DRAWING.has(attribute) : OWN[element]?.includes(attribute));
}

function copyTarget(from, copy, route) {
    const target = from.getAttribute("href")?.trim();
    if (!target) {
        return;
    }

    if (target.startsWith("#")) {
        copy.setAttribute("href", target.startsWith("#/") ? target : `#${route}!${target.slice(1)}`);
        return;
    }

    const url = tryParse(target);
    if (url === null || !SCHEMES.has(url.protocol)) {
        return;
    }

    copy.setAttribute("href", target);
    if (url.protocol.startsWith("http") && url.origin !== location.origin) {
        copy.setAttribute("rel", "noopener noreferrer");
    }
}

/** A sealed file is named by its route; where nothing else is said, it is saved. */
function markFile(copy, target) {
    if (target?.startsWith(FILE_ROUTE)) {
        copy.setAttribute("data-file", target.slice(FILE_ROUTE.length - 1));
    }
}

function tryParse(target) {
    try {
        return new URL(target, location.href);
    } catch {
        return null;
    }
}
