using System.Globalization;
using System.Text;

namespace Fachinfo.Bench;

/// <summary>One notice as Markdown with front matter, about 3.5 KB.</summary>
internal sealed class NoticeText
{
    private const int SizeInBytes = 3_500;

    private readonly StringBuilder text = new(2 * SizeInBytes);
    private readonly NoticePlan plan;
    private readonly int yearIndex;
    private readonly int number;
    private readonly Chance chance;
    private readonly GermanWords words;

    private NoticeText(NoticePlan plan, int yearIndex, int number)
    {
        this.plan = plan;
        this.yearIndex = yearIndex;
        this.number = number;
        chance = Chance.Of(plan.Seed, plan.Years[yearIndex].Year, number);
        words = new GermanWords(chance);
    }

    public static string Write(NoticePlan plan, int yearIndex, int number)
    {
        var notice = new NoticeText(plan, yearIndex, number);
        notice.WriteFrontMatter();
        notice.WriteBody();
        return notice.text.ToString();
    }

    private void WriteFrontMatter()
    {
        var (year, count) = plan.Years[yearIndex];
        var date = NoticePlan.DateOf(year, number, count, chance);
        Line("---");
        Line($"titel: {words.Title()}");
        Line($"nummer: {number}/{year}");
        Line($"datum: {Iso(date)}");
        Line($"rubrik: {RubricPlan.Pick(chance)}");
        if (chance.Percent(80))
        {
            // A real file plan has a few hundred numbers in use, and many notices under each.
            Line($"az: {10 + chance.Below(30)}.{chance.Below(4)}.{10 + (10 * chance.Below(4))}-{1 + chance.Below(20):000}");
        }

        if (chance.Percent(50))
        {
            Line($"zusammenfassung: {words.Sentence()}");
        }

        if (chance.Percent(25))
        {
            Line($"frist: {{date: {Iso(date.AddDays(10 + chance.Below(60)))}, label: {words.Compound()}}}");
        }

        if (chance.Percent(30))
        {
            Line("ansprechpartner:");
            Line($"  name: Referat {words.Compound()}");
            Line($"  email: referat{1 + chance.Below(9)}@verband.example");
        }

        if (chance.Percent(10) && plan.Earlier(yearIndex, number, chance) is { } related)
        {
            Line($"verwandt: [{PathTo(related)}]");
        }

        Line("---");
        Line("");
    }

    private void WriteBody()
    {
        Paragraph(words.Paragraph(3));
        var (tableAt, footnoteAt, linkAt) = (At(15), At(6), At(30));
        for (var part = 0; SizeOf() < SizeInBytes - 600; part++)
        {
            Paragraph($"## {words.Title()}");
            Paragraph(words.Paragraph(2 + chance.Below(3)));
            if (part == tableAt)
            {
                WriteTable();
            }
            else if (chance.Percent(35))
            {
                WriteList();
            }

            if (part == footnoteAt)
            {
                Paragraph($"{words.Sentence()}[^1]");
                Paragraph($"[^1]: {words.Sentence()}");
            }

            if (part == linkAt && plan.Earlier(yearIndex, number, chance) is { } earlier)
            {
                Paragraph($"Näheres steht in der [Mitteilung {earlier.Number}/{earlier.Year}]({PathTo(earlier)}). {words.Sentence()}");
            }
        }

        Paragraph($"**Hinweis:** {words.Paragraph(2)} Auskunft gibt https://www.land{chance.Below(16)}.example/{words.Compound().ToLowerInvariant()}.");
    }

    /// <summary>The part of the text that something stands in, for so many notices of a hundred; else -1.</summary>
    private int At(int percent) => chance.Percent(percent) ? chance.Below(2) : -1;

    private int SizeOf() => Encoding.UTF8.GetByteCount(text.ToString());

    private void WriteTable()
    {
        Line($"| {words.Compound()} | {words.Compound()} | Betrag |");
        Line("|---|---|--:|");
        for (var row = 4 + chance.Below(4); row > 0; row--)
        {
            Line($"| {words.Compound()} | {words.Adjective()} | {1 + chance.Below(900)} EUR |");
        }

        Line("");
    }

    private void WriteList()
    {
        for (var item = 3 + chance.Below(3); item > 0; item--)
        {
            Line($"- {words.Noun().Word}: *{words.Adjective()}* {words.Compound()}");
        }

        Line("");
    }

    private string PathTo((int Year, int Number) notice) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(notice.Year == plan.Years[yearIndex].Year ? "" : $"../{notice.Year}/")}{Corpus.FileName(notice.Number)}");

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Paragraph(string paragraph) => text.Append(paragraph).Append("\n\n");

    private void Line(string line) => text.Append(line).Append('\n');
}
