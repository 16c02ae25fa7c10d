using System.Globalization;
using Fachinfo.Execution;
using Fachinfo.Pipelines;
using Fachinfo.Storage;

namespace Fachinfo.Tests;

/// <summary>Same sources, theme, options and date: the same bytes.</summary>
public class DeterminismTests
{
    private static readonly string Site = Repository.PathOf("tests", "Golden", "kitchen-sink", "content");

    private static readonly Lazy<IReadOnlyDictionary<string, byte[]>> Expected = new(() => Build(new FolderInput(Site), 1));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Number_of_threads_does_not_matter(int threads) => ProjectFolder.AssertSame(Expected.Value, Build(new FolderInput(Site), threads));

    [Fact]
    public void Place_of_the_folder_and_order_of_its_files_do_not_matter()
    {
        using var project = new ProjectFolder();
        var copy = project.PathOf("eine/ganz/andere/stelle");
        foreach (var (path, bytes) in ProjectFolder.Snapshot(Site).Reverse())
        {
            var file = Path.Combine(copy, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
            File.SetLastWriteTimeUtc(file, new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        ProjectFolder.AssertSame(Expected.Value, Build(new FolderInput(copy), 2));
    }

    /// <summary>The program knows no culture data; but a culture of its own could still be set, with every sign unlike ours.</summary>
    [Fact]
    public void Current_culture_does_not_matter()
    {
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat = new NumberFormatInfo { NegativeSign = "minus", NumberDecimalSeparator = "'", NumberGroupSeparator = "_", NumberGroupSizes = [2], PositiveSign = "plus" };
        odd.DateTimeFormat = new DateTimeFormatInfo { DateSeparator = "~", TimeSeparator = "!", ShortDatePattern = "d~M~yy", LongDatePattern = "'Tag' d", FirstDayOfWeek = DayOfWeek.Saturday };
        var usual = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = odd;
            ProjectFolder.AssertSame(Expected.Value, Build(new FolderInput(Site), 2));
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = usual;
        }
    }

    [Fact]
    public void Day_of_the_build_matters_only_where_a_state_changes()
    {
        var dayAfter = Build(new FolderInput(Site), 2, SiteFixture.Today.AddDays(1));
        var changed = Expected.Value.Keys.Where(path => !Expected.Value[path].AsSpan().SequenceEqual(dayAfter[path])).ToList();
        Assert.NotEmpty(changed);
        Assert.All(changed, path => Assert.Contains("Schnellbrief 63/2024", System.Text.Encoding.UTF8.GetString(dayAfter[path]), StringComparison.Ordinal));
    }

    private static IReadOnlyDictionary<string, byte[]> Build(IInput content, int threads, DateOnly? today = null)
    {
        var output = new MemoryOutput();
        var input = new CombinedInput(content, new EmbeddedThemeInput());
        var result = new Engine<LinkedSite>(SiteFixture.Definition, input, new MemoryCache(), output).Build(new(today ?? SiteFixture.Today) { Threads = threads });
        Assert.True(result.Succeeded, string.Join('\n', result.Findings.Select(SiteFixture.Show)));
        return output.Files;
    }
}
