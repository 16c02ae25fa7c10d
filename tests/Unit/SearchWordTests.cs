using System.Text;
using Fachinfo.Searching;

namespace Fachinfo.Tests;

/// <summary>Texts taken apart into terms; the browser's module is run over the same samples.</summary>
public class SearchWordTests
{
    private static readonly string Samples = Repository.PathOf("tests", "Shared", "analysis.txt");

    private static readonly string WordsModule = Repository.PathOf("themes", "fachinfo", "assets", "search", "words.js");

    [Fact]
    public void Samples_give_the_terms_that_are_written_beside_them() =>
        Expect.Nothing(File.ReadAllLines(Samples)
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(" → ", 2))
            .Select(sample => (Sample: sample, Terms: string.Join(' ', Terms(sample[0]))))
            .Where(pair => pair.Terms != pair.Sample[1].TrimEnd())
            .Select(pair => $"{pair.Sample[0]} → {pair.Terms}, not {pair.Sample[1]}"));

    [Fact]
    public void Stop_words_are_those_of_the_module()
    {
        var module = string.Concat(File.ReadAllText(WordsModule).Split("new Set((")[1].Split(").split")[0].Split('"').Where((_, i) => i % 2 == 1));
        Assert.Equal(StopWords.List, module);
    }

    [Fact]
    public void Stop_words_are_written_folded() => Expect.Nothing(StopWords.List.Split(' ').Where(word => Terms(word).Any()));

    [Theory]
    [InlineData("\uD800")]
    [InlineData("\0")]
    [InlineData("a\u0308b")]
    [InlineData("----")]
    [InlineData("1/")]
    [InlineData("/1.")]
    public void Odd_text_is_read(string text) => Assert.True(Terms(text).Count() <= 2);

    [Fact]
    public void Damaged_bytes_are_read()
    {
        byte[] damaged = [0xC3, (byte)'a', 0xE2, 0x80, 0xF0, 0x9F, 0xFF, (byte)'-', 0xC3];
        Assert.True(Read(damaged).Count <= 2);
    }

    [Fact]
    public void Endless_word_is_cut()
    {
        Assert.Equal(WordReader.LongestWord, Terms(new string('x', 10_000)).Single().Length);
        Assert.All(Terms(string.Join('-', Enumerable.Repeat("ab", 10_000))), term => Assert.True(term.Length <= WordReader.LongestWord));
    }

    internal static IEnumerable<string> Terms(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static List<string> Read(byte[] text)
    {
        var terms = new List<string>();
        var sink = new ListSink(terms);
        new WordReader().Read(text, ref sink);
        return terms;
    }

    private readonly struct ListSink(List<string> terms) : ITermSink
    {
        public void Add(ReadOnlySpan<byte> term) => terms.Add(Encoding.ASCII.GetString(term));
    }
}
