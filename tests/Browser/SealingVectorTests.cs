namespace Fachinfo.BrowserTests;

/// <summary>What the generator seals, the browser's module opens: the same vectors as in the unit tests.</summary>
public class SealingVectorTests(BrowserFixture fixture)
{
    private const string OpenAll =
        """
        async ([json, folder]) => {
            const vectors = JSON.parse(json);
            const code = await import(folder + 'code.js');
            const seal = await import(folder + 'crypto.js');
            const records = await import(folder + 'records.js');
            const bytes = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));
            const wrong = [];
            const same = (what, is, expected) => { if (is !== expected) wrong.push(`${what}: ${is} instead of ${expected}`); };
            const base64 = array => btoa(String.fromCharCode(...array));
            for (const kdf of vectors.kdf.filter(kdf => kdf.salt === '')) {
                same(kdf.label, base64(await seal.derive(await seal.importKey(bytes(kdf.key)), kdf.label, kdf.fields, kdf.length)), kdf.derived);
            }
            const key = await seal.importKey(bytes(vectors.contentKey));
            for (const object of [vectors.page, vectors.file]) {
                same(object.path, await seal.addressOf(key, object.path), object.address);
                const opened = await seal.openObject(key, object.address, new Blob([bytes(object.sealed)]).stream());
                same(object.path, await seal.textOf(opened), object.body);
            }
            for (const one of vectors.codes) {
                const { symbols } = code.read(one.code);
                same(one.code, code.isValid(symbols), true);
                same(one.code, base64(code.toBytes(symbols)), one.bytes);
                const own = await records.keyOf(bytes(one.bytes));
                same(one.code, own.locator, one.locator);
                window.fetch = async () => new Response(bytes(one.recordFile));
                same(one.code, (await records.fetchMembership('', own)).isRevoked, one.kind === 'revoked');
            }
            return wrong;
        }
        """;

    private const string OpenDamaged =
        """
        async ([json, folder]) => {
            const vectors = JSON.parse(json);
            const seal = await import(folder + 'crypto.js');
            const bytes = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));
            const key = await seal.importKey(bytes(vectors.contentKey));
            const sealed = bytes(vectors.page.sealed);
            const flipped = at => sealed.with(at, sealed[at] ^ 1);
            const damaged = {
                'cut off': sealed.slice(0, -1),
                'empty': new Uint8Array(),
                'too long': new Uint8Array([...sealed, 0]),
                'other magic': flipped(0),
                'other salt': flipped(4),
                'other text': flipped(60),
                'other tag': flipped(sealed.length - 1),
                'other address': sealed,
            };
            const opened = [];
            for (const [name, object] of Object.entries(damaged)) {
                const address = name === 'other address' ? vectors.file.address : vectors.page.address;
                try {
                    await seal.openObject(key, address, new Blob([object]).stream());
                    opened.push(name);
                } catch (problem) {
                    if (!(problem instanceof seal.SealError)) opened.push(`${name}: ${problem}`);
                }
            }
            return opened;
        }
        """;

    /// <summary>Codes with one error each, and codes with two symbols swapped, that the check symbol does not notice.</summary>
    private const string MistypeAll =
        """
        async ([json, folder]) => {
            const vectors = JSON.parse(json);
            const code = await import(folder + 'code.js');
            const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
            const { symbols } = code.read(vectors.codes[0].code);
            const missed = [];
            let tried = 0;
            const expectWrong = list => { tried++; if (code.isValid(list.join(''))) missed.push(list.join('')); };
            for (let i = 0; i < symbols.length; i++) {
                for (const other of alphabet.replace(symbols[i], '')) {
                    expectWrong([...symbols].with(i, other));
                }
                for (let j = i + 1; j < symbols.length; j++) {
                    if (symbols[i] !== symbols[j]) expectWrong([...symbols].with(i, symbols[j]).with(j, symbols[i]));
                }
            }
            return tried > 900 ? missed : ['tried only ' + tried];
        }
        """;

    [Theory]
    [InlineData(OpenAll)]
    [InlineData(OpenDamaged)]
    [InlineData(MistypeAll)]
    public async Task Module_agrees_with_the_generator(string script)
    {
        BrowserFixture.RequireBrowser();
        await using var page = await WatchedPage.Open(fixture, fixture.Example, "/impressum/", 1280);
        var vectors = File.ReadAllText(Path.Combine(BuiltSite.Repository, "tests", "Vectors", "sealing.json"));
        var folder = Directory.GetDirectories(Path.Combine(fixture.Example.Output, "assets"), "members.*").Single();
        var address = $"{fixture.Example.Address}/assets/{Path.GetFileName(folder)}/";
        Assert.Empty(await page.Page.EvaluateAsync<string[]>(script, new[] { vectors, address }));
        Assert.Empty(page.Problems);
    }

    [Theory]
    [InlineData("aj992-ek1x3-cev7j-cbp19-7yfcw", "AJ992EK1X3CEV7JCBP197YFCW")]
    [InlineData(" AJ992 EK1X3\tCEV7J\nCBP19 – 7YFCW ", "AJ992EK1X3CEV7JCBP197YFCW")]
    [InlineData("oOiIlL", "001111")]
    [InlineData("ABU", "AB bad U")]
    [InlineData("A!", "A bad !")]
    public async Task Code_is_read_as_people_write_it(string typed, string expected)
    {
        BrowserFixture.RequireBrowser();
        await using var page = await WatchedPage.Open(fixture, fixture.Example, "/impressum/", 1280);
        var folder = Directory.GetDirectories(Path.Combine(fixture.Example.Output, "assets"), "members.*").Single();
        var read = await page.Page.EvaluateAsync<string>(
            "async ([typed, address]) => { const { symbols, bad } = (await import(address)).read(typed); return symbols + (bad ? ' bad ' + bad : ''); }",
            new[] { typed, $"{fixture.Example.Address}/assets/{Path.GetFileName(folder)}/code.js" });
        Assert.Equal(expected, read);
    }
}
