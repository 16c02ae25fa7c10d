// What narrows down and sorts hits: kind, year, rubric, running deadlines, date.

const DAY = 24 * 60 * 60 * 1000;

/** Columns of the pieces of facets; see FacetPieces of the generator. */
const [DATE, LAST_DEADLINE, FIRST_RUBRIC, SECOND_RUBRIC] = [0, 1, 2, 3];
const COLUMNS = 4;

const isWithin = (path, above) => path === above || path.startsWith(`${above}/`);

/** A function that tells whether a document passes the filters; loads what it needs and no more. */
export async function filterOf(pieces, root, { kind, year, rubric, open, today }) {
    const groups = root.groups.filter(([, , ofKind, ofYear]) => (!kind || isWithin(ofKind, kind)) && (!year || String(ofYear) === String(year)));
    const inGroup = (id) => groups.some(([base, capacity]) => id >= base && id < base + capacity);
    if (!rubric && !open) {
        return kind || year ? inGroup : () => true;
    }

    const facets = await facetsOf(pieces, root);
    const rubrics = new Set(root.rubrics.flatMap((path, i) => (isWithin(path, rubric) ? [i + 1] : [])));
    const first = open ? Math.floor(Date.parse(`${today}T00:00:00Z`) / DAY) + 1 : 0;
    return (id) => inGroup(id)
        && (!rubric || rubrics.has(facets(id, FIRST_RUBRIC)) || rubrics.has(facets(id, SECOND_RUBRIC)))
        && (!open || facets(id, LAST_DEADLINE) >= first);
}

/** A function for the day of a document, as a number that rises with time; 0 for none. */
export async function daysOf(pieces, root) {
    const facets = await facetsOf(pieces, root);
    return (id) => facets(id, DATE);
}

async function facetsOf(pieces, root) {
    const blocks = await Promise.all(root.facets.map((name) => pieces.get(name, (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))));
    return (id, column) => {
        const block = blocks[Math.floor(id / root.facetBlock)];
        return block.getUint16(2 * (column * (block.byteLength / (2 * COLUMNS)) + (id % root.facetBlock)), true);
    };
}
