using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Fachinfo.BrowserTests;

/// <summary>The search as visitors use it, and what it finds on the example site.</summary>
public class SearchTests(BrowserFixture fixture)
{
    private const string Engine =
        "const { src, dataset } = document.getElementById('suche_skript'); const module = (name) => import(new URL(name, src)); "
        + "const [words, pieces, engine] = await Promise.all(['words.js', 'pieces.js', 'index.js'].map(module));";

    /// <summary>Gets queries, each with an address that must be among the first hits and the worst place that it may have.</summary>
    public static readonly (string Query, string Address, int Place)[] Relevance =
    [
        ("Satzung", "/mitteilungen/2024/612/", 2), ("Satzung", "/mitteilungen/2023/163/", 2), ("Friedhofssatzung", "/mitteilungen/2024/612/", 1),
        ("Reinigung", "/mitteilungen/2023/163/", 3), ("Straßenreinigung", "/mitteilungen/2023/163/", 1), ("Strassenreinigung", "/mitteilungen/2023/163/", 1),
        ("Gebühren Bewohnerparken", "/mitteilungen/2023/371/", 1), ("Gebuehr", "/mitteilungen/2023/371/", 2), ("Gebuhr", "/mitteilungen/2023/371/", 2),
        ("Ehrenamtskarte", "/mitteilungen/2023/77/", 2), ("Ehrenamt Karte", "/mitteilungen/2023/77/", 2), ("Werkstatt Engagement", "/mitteilungen/2024/145/", 3),
        ("Europawahl", "/mitteilungen/2024/288/", 2), ("Wahl Papier", "/schnellbriefe/2024/22/", 1), ("Grundsteuer Hebesatz", "/mitteilungen/2024/690/", 2),
        ("Hebesaetze", "/mitteilungen/2026/562/", 2), ("Grundsteuerreform", "/mitteilungen/2024/690/", 1), ("Cannabis", "/mitteilungen/2024/214/", 1),
        ("Wärmeplanung", "/mitteilungen/2026/318/", 2), ("waermeplan", "/mitteilungen/2023/718/", 3), ("Winterdienst", "/mitteilungen/2023/641/", 1),
        ("Hinweisgeber Meldestelle", "/mitteilungen/2023/468/", 1), ("Zensus", "/mitteilungen/2024/433/", 1), ("Starkregen", "/mitteilungen/2024/520/", 1),
        ("Hochwasser", "/schnellbriefe/2024/87/", 1), ("Lärmaktionsplan", "/mitteilungen/2024/441/", 1), ("Tarif Einigung", "/mitteilungen/2023/231/", 1),
        ("Trinkwasserverordnung", "/mitteilungen/2023/389/", 1), ("Bleileitung", "/mitteilungen/2026/6/", 1), ("Kunstrasen", "/mitteilungen/2023/588/", 1),
        ("Musikschule Honorarkraft", "/mitteilungen/2024/139/", 1), ("E-Rechnung", "/mitteilungen/2024/714/", 2), ("eRechnung Ausstellung", "/mitteilungen/2026/596/", 1),
        ("Rechnungen gefälscht", "/schnellbriefe/2026/104/", 1), ("Onlinezugangsgesetz", "/mitteilungen/2024/486/", 1), ("Impressum", "/impressum/", 2),
        ("Ganztagsförderung", "/mitteilungen/2026/112/", 3), ("Verfahrenslotse", "/mitteilungen/2024/9/", 1), ("Abwasserrichtlinie", "/mitteilungen/2024/771/", 1),
        ("Verpackungssteuer", "/mitteilungen/2025/48/", 1), ("Steuer Hund", "/mitteilungen/2026/377/", 1), ("Passbild", "/mitteilungen/2025/290/", 1),
        ("Defizit Haushalt", "/mitteilungen/2025/241/", 1), ("Cell Broadcast", "/mitteilungen/2023/118/", 1), ("Vergabe Schwellenwert", "/mitteilungen/2025/588/", 2),
        ("Städtepartnerschaften", "/fachinformationen/europa-und-internationales/staedtepartnerschaften/", 1), ("Klimaanpassung", "/mitteilungen/2024/417/", 1),
        ("Barrierefreiheit", "/barrierefreiheit/", 1), ("Barrierefreie Websites", "/mitteilungen/2025/334/", 1), ("Katze", "/mitteilungen/2026/168/", 1),
        ("Kulturausschuss Jülich", "/ratsarchiv/juelich/gremien/kultur/", 1), ("Kulturausschuss Jülich", "/ratsarchiv/juelich/sitzungen/2018-03-15-kultur/", 3),
        ("Kulturausschuss Vorlage", "/ratsarchiv/juelich/vorlagen/325-2017/", 3), ("Jülich", "/ratsarchiv/juelich/", 1), ("Inklusionsbeirat", "/ratsarchiv/beispielstadt/gremien/inklusionsbeirat/", 1),
        ("13.0.70", "/mitteilungen/2024/145/", 9),

        // One typing error each: exchanged, missing, too many, wrong; at the beginning, at the end, in short words and in endings.
        ("Grundsteur", "/mitteilungen/2024/690/", 2), ("Zenuss", "/mitteilungen/2024/433/", 1), ("Friedhfossatzung", "/mitteilungen/2024/612/", 1),
        ("Kunstrasenpläze", "/mitteilungen/2023/588/", 1), ("Wniterdienst", "/mitteilungen/2023/641/", 1), ("Verpakungssteuer", "/mitteilungen/2025/48/", 1),
        ("Xensus", "/mitteilungen/2024/433/", 1), ("ensus", "/mitteilungen/2024/433/", 1), ("Zkensus", "/mitteilungen/2024/433/", 1), ("Eznsus", "/mitteilungen/2024/433/", 1),
        ("Fxiedhofssatzung", "/mitteilungen/2024/612/", 1), ("Frxedhofssatzung", "/mitteilungen/2024/612/", 1), ("riedhofssatzung", "/mitteilungen/2024/612/", 1),
        ("Kannabis", "/mitteilungen/2024/214/", 1), ("Csnnabis", "/mitteilungen/2024/214/", 1), ("Musiksxhule Honorarkraft", "/mitteilungen/2024/139/", 1),
        ("Trinkwasserverordnnug", "/mitteilungen/2023/389/", 1), ("Straßenrienigung", "/mitteilungen/2023/163/", 1), ("Staßenreinigung", "/mitteilungen/2023/163/", 1),
        ("Vergabe Schwelelnwert", "/mitteilungen/2025/588/", 2), ("Xatzen", "/mitteilungen/2026/168/", 2), ("Hinweisgeber Medlestelle", "/mitteilungen/2023/468/", 1),
    ];

    [Fact]
    public async Task Queries_find_what_they_should()
    {
        BrowserFixture.RequireBrowser();
        Assert.True(Relevance.Length >= 40);
        await using var page = await Open("/suche/");
        var found = await page.Page.EvaluateAsync<string[][]>(
            $"async (queries) => {{ {Engine} const index = new engine.SearchIndex(pieces.loaderFor(new URL(dataset.pieces, location).href)); "
            + "return Promise.all(queries.map(async (query) => { const { ids } = await index.search(query); return Promise.all(ids.slice(0, 10).map(async (id) => (await index.record(id)).address)); })); }",
            Relevance.Select(one => one.Query).ToArray());
        var wrong = Relevance.Zip(found)
            .Where(pair => Array.IndexOf(pair.Second, pair.First.Address) is var place && (place < 0 || place >= pair.First.Place))
            .Select(pair => $"{pair.First.Query}: {pair.First.Address} is not among the first {pair.First.Place}: {string.Join(' ', pair.Second.Take(4))}");
        Assert.True(!wrong.Any(), string.Join('\n', wrong));
    }

    [Fact]
    public async Task One_typing_error_anywhere_in_a_longer_word_is_forgiven()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open("/suche/");

        // Every third word of titles and summaries, with an error of each kind at a place that moves from word to word.
        var missed = await page.Page.EvaluateAsync<string[]>(
            $$"""
            async () => {
                {{Engine}}
                const index = new engine.SearchIndex(pieces.loaderFor(new URL(dataset.pieces, location).href));
                const holders = new Map();
                for (let id = 0, gap = 0; gap < 1000; id++) {
                    const { title, summary } = await index.record(id).catch(() => ({}));
                    gap = title === undefined ? gap + 1 : 0;
                    for (const word of new Set(`${title ?? ""} ${summary ?? ""}`.match(/(?<![\p{L}\d-])\p{L}{5,}(?![\p{L}\d-])/gu))) {
                        holders.set(word, [...holders.get(word) ?? [], id]);
                    }
                }

                const missed = [];
                let count = 0;
                for (const [number, [word, ids]] of [...holders].entries()) {
                    if (number % 3 > 0 || words.terms(word).length === 0) {
                        continue;
                    }

                    const at = number / 3 % (word.length - 1);
                    const [before, after] = [word.slice(0, at), word.slice(at)];
                    for (const typed of [before + after.slice(1), `${before}x${after.slice(1)}`, `${before}k${after}`, before + after[1] + after[0] + after.slice(2)]) {
                        const { ids: found, parsed } = await index.search(typed);
                        count++;

                        // An error can make another word that occurs, or one without meaning: then nothing is corrected.
                        const isWord = parsed.words.length === 0 || parsed.words[0].also === undefined;
                        if (!isWord && !ids.some((id) => found.includes(id))) {
                            missed.push(`${word}: ${typed}`);
                        }
                    }
                }

                return count > 1000 ? missed : [`only ${count} words were tried`];
            }
            """);
        Assert.True(missed.Length == 0, string.Join('\n', missed));
    }

    [Fact]
    public async Task Page_says_what_it_searched_for_as_the_hits_write_it()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open("/suche/?q=Friedhfossatzung");
        await Assertions.Expect(page.Page.Locator("#suche_stand")).ToHaveTextAsync(new Regex("^[0-9]+ Treffer für „Friedhfossatzung“\\. Gesucht wurde auch nach: Friedhofssatzung\\.$", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Browser_takes_texts_apart_like_the_generator()
    {
        BrowserFixture.RequireBrowser();
        var samples = File.ReadAllLines(Path.Combine(BuiltSite.Repository, "tests", "Shared", "analysis.txt")).Where(line => line.Length > 0 && line[0] != '#').ToArray();
        await using var page = await Open("/suche/");
        var terms = await page.Page.EvaluateAsync<string[]>($"async (texts) => {{ {Engine} return texts.map((text) => words.terms(text).join(' ')); }}", samples.Select(sample => sample.Split(" → ")[0]).ToArray());
        Assert.Equal(samples.Select(sample => sample.Split(" → ")[1].TrimEnd()), terms);
    }

    [Fact]
    public async Task Keyboard_alone_searches_narrows_down_and_opens_a_hit()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open("/impressum/");
        var keyboard = page.Page.Keyboard;
        await page.Page.Locator("#kopf_suche").FocusAsync();
        await keyboard.TypeAsync("Gebühren");
        await keyboard.PressAsync("Enter");
        await page.Arrive("/suche/?q=Geb%C3%BChren");
        await page.Page.Locator("#suche_liste li").First.WaitForAsync();
        var all = await page.Page.Locator("#suche_liste li").CountAsync();
        var status = page.Page.Locator("#suche_stand");
        var said = await status.InnerTextAsync();
        Assert.Matches("^[0-9]+ Treffer für „Gebühren“", said);
        await page.Page.Locator("#suche_bereich").FocusAsync();
        await keyboard.TypeAsync("Mitt");
        await page.Arrive("bereich=mitteilungen");

        // The list is empty for a moment; the number is said when hits are there.
        await Assertions.Expect(status).Not.ToHaveTextAsync(said);
        await Assertions.Expect(status).ToHaveTextAsync(new Regex("^[0-9]+ Treffer für „Gebühren“"));
        await Assertions.Expect(page.Page.Locator("#suche_liste li")).Not.ToHaveCountAsync(all);
        for (var i = 0; i < 20 && !await page.Page.EvaluateAsync<bool>("() => document.activeElement.closest('#suche_liste') !== null"); i++)
        {
            await keyboard.PressAsync("Tab");
        }

        await keyboard.PressAsync("Enter");
        await page.Arrive("/mitteilungen/");
        await page.Page.GoBackAsync();
        await Assertions.Expect(page.Page.Locator("#suche_feld")).ToHaveValueAsync("Gebühren");
        await Assertions.Expect(page.Page.Locator("#suche_bereich")).ToHaveValueAsync("mitteilungen");
        Assert.Empty(page.Problems);
    }

    [Theory]
    [InlineData("145/2024", "/mitteilungen/2024/145/")]
    [InlineData("Schnellbrief 87/2024", "/schnellbriefe/2024/87/")]
    [InlineData("Mitteilung Nr. 612/2024", "/mitteilungen/2024/612/")]
    [InlineData("13.0.70", "/aktenzeichen/13.0.70/")]
    [InlineData("Az. 13.0.70-001", "/mitteilungen/2024/145/")]
    [InlineData("Vorlage 325/2017", "/ratsarchiv/juelich/vorlagen/325-2017/")]
    public async Task Number_leads_straight_to_the_thing(string query, string address)
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open("/suche/?q=" + Uri.EscapeDataString(query));
        await Assertions.Expect(page.Page).ToHaveURLAsync(fixture.Example.Address + address);
    }

    [Theory]
    [InlineData("\"Muster einer Friedhofssatzung\"", "Neues Muster einer Friedhofssatzung")]
    [InlineData("Satzung -Friedhof -Friedhofssatzung", "Straßenreinigungssatzung")]
    public async Task Phrases_and_exclusions_are_kept(string query, string first)
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open("/suche/?q=" + Uri.EscapeDataString(query));
        await Assertions.Expect(page.Page.Locator("#suche_liste li h3").First).ToContainTextAsync(first);
        await Assertions.Expect(page.Page.Locator("#suche_liste mark").First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("Ausschuss", "bereich=ratsarchiv/gremien", "/ratsarchiv/*/gremien/*")]
    [InlineData("Ausschuss", "bereich=ratsarchiv/sitzungen", "/ratsarchiv/*/sitzungen/*")]
    [InlineData("Stadt", "bereich=ratsarchiv/kommunen", "/ratsarchiv/*/")]
    [InlineData("Ehrenamt", "bereich=ratsarchiv/vorlagen", "/ratsarchiv/*/vorlagen/*")]
    [InlineData("Ausschuss", "bereich=ratsarchiv", "/ratsarchiv/*")]
    [InlineData("Ausschuss", "rubrik=ratsarchiv/beispielstadt", "/ratsarchiv/beispielstadt/*")]
    [InlineData("Wochenmarkt", "jahr=2017", "/ratsarchiv/juelich/*")]
    [InlineData("Wochenmarkt", "bereich=dateien&rubrik=ratsarchiv/juelich", "/ratsarchiv/juelich/dateien/298-2017-lageplan/*")]
    public async Task Council_archive_has_filters_of_its_own(string query, string filter, string pattern)
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open($"/suche/?q={query}&{filter}");
        await Assertions.Expect(page.Page.Locator("#suche_liste li").First).ToBeVisibleAsync();
        var addresses = await page.Page.Locator("#suche_liste h3 a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        var expected = new Regex("^" + pattern.Replace("*", ".*", StringComparison.Ordinal) + "$", RegexOptions.None, TimeSpan.FromSeconds(1));
        Assert.All(addresses, address => Assert.Matches(expected, address));

        // What the address asks for is what the form shows.
        foreach (var part in filter.Split('&').Select(part => part.Split('=')))
        {
            Assert.Equal(part[1], await page.Page.Locator($"[name={part[0]}]").InputValueAsync());
        }
    }

    [Fact]
    public async Task Text_of_a_file_is_found_on_its_page()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open("/suche/?q=Antrag&bereich=dateien");
        await Assertions.Expect(page.Page.Locator("#suche_liste")).ToContainTextAsync("in der Datei, Seite 3");
        Assert.Contains(page.Requests, url => url.EndsWith("/suche/texte.bin", StringComparison.Ordinal));
        Assert.DoesNotContain(page.Requests, url => url.EndsWith("/suche/index.bin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_modules_are_fetched_at_once()
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open("/suche/");
        await page.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var announced = await page.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('link[rel=modulepreload], script[type=module][src]')].map((e) => e.href || e.src)");
        var fetched = page.Requests.Where(url => url.EndsWith(".js", StringComparison.Ordinal)).ToList();
        Assert.Equal(fetched.Distinct().Order(), fetched.Order());
        Assert.Equal(fetched.Order(), announced.Order());
    }

    /// <summary>The limits hold for 10,000 notices, which tests/Bench measures; here they keep small sites from costing as much.</summary>
    [Theory]
    [InlineData("Haushalt Gemeinde", "")]
    [InlineData("Satzung", "&rubrik=umwelt-abfall-abwasser&folge=datum")]
    [InlineData("Xriedhofssatzung", "")]
    [InlineData("\"Muster einer Friedhofssatzung\"", "")]
    [InlineData("Antrag", "&bereich=dateien")]
    public async Task Answer_takes_few_small_requests(string query, string filter)
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open($"/suche/?q={Uri.EscapeDataString(query)}{filter}");
        await page.Page.Locator("#suche_liste li").First.WaitForAsync();
        await page.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var first = Pieces(page).ToList();
        Assert.InRange(first.Count, 2, 8);
        Assert.InRange(first.Sum(SizeOf), 1, 120 * 1024);
        await page.Page.Locator("#suche_feld").FillAsync("Gebühren Bewohnerparken");
        await page.Page.Locator("#suche_feld").PressAsync("Enter");
        await Assertions.Expect(page.Page.Locator("#suche_stand")).ToContainTextAsync("Bewohnerparken");
        await page.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var later = Pieces(page).Skip(first.Count).ToList();
        Assert.DoesNotContain(later, url => url.EndsWith("/suche/index.bin", StringComparison.Ordinal) && first.Contains(url));
        Assert.InRange(later.Sum(SizeOf), 0, 60 * 1024);
    }

    private static IEnumerable<string> Pieces(WatchedPage page) => page.Requests.Where(url => url.EndsWith(".bin", StringComparison.Ordinal));

    private long SizeOf(string url) => new FileInfo(Path.Combine(fixture.Example.Output, new Uri(url).AbsolutePath.TrimStart('/'))).Length;

    [Theory]
    [InlineData("/suche/?q=satzung")]
    [InlineData("/suche/?q=gibtesnirgends")]
    [InlineData("/suche/?q=Gebühren&frist=offen&folge=datum")]
    [InlineData("/suche/?q=Antrag&bereich=dateien")]
    public async Task Results_are_accessible(string address)
    {
        BrowserFixture.RequireBrowser();
        await using var page = await Open(address);
        await Assertions.Expect(page.Page.Locator("#suche_stand")).Not.ToBeEmptyAsync();
        await page.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Axe.Require(page.Page, address);
        Assert.Empty(page.Problems);
    }

    private Task<WatchedPage> Open(string path, int width = 1280, ColorScheme scheme = ColorScheme.Light) => WatchedPage.Open(fixture, fixture.Example, path, width, scheme);
}
