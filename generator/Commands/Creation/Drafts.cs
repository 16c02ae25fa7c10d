using System.Globalization;
using Fachinfo.Model;
using Fachinfo.Model.Council;
using Fachinfo.Pipelines;

namespace Fachinfo.Commands.Creation;

/// <summary>A call that cannot be followed; the message says in German what would work.</summary>
#pragma warning disable RCS1194 // It makes no sense without its message.
internal sealed class CannotCreateException(string message) : Exception(message);
#pragma warning restore RCS1194

/// <summary>Makes notices, pages and papers that fit into the content that is there: with the next free number, and so that the next build passes.</summary>
/// <param name="choose">Asks which of several is meant; <see langword="null"/> as answer means that there is nobody to ask.</param>
internal sealed class Drafts(SiteOutline outline, DateOnly today, Func<string, IReadOnlyList<string>, int?> choose)
{
    public NewFile Notice(string title, string? seriesId, string? rubric)
    {
        var configuration = RequireConfiguration();
        var series = seriesId is null
            ? configuration.Series.FirstOrDefault() ?? throw new CannotCreateException("site.yml nennt keine Reihe.")
            : configuration.Series.FirstOrDefault(one => one.Id == seriesId || one.Label.Equals(seriesId, StringComparison.OrdinalIgnoreCase))
                ?? throw new CannotCreateException($"Die Reihe „{seriesId}“ gibt es nicht; vorhanden sind: {string.Join(", ", configuration.Series.Select(one => one.Id))}.");
        var remarks = new List<string>();
        var path = RubricPath(rubric, remarks);
        var number = new NoticeNumber(
            outline.Notices.Where(notice => notice.Series == series.Id && notice.Number.Value.Year == today.Year).Select(notice => notice.Number.Value.Number).DefaultIfEmpty().Max() + 1,
            today.Year);
        remarks.Insert(0, $"{series.Label} {number}");
        return new NewFile(
            string.Create(CultureInfo.InvariantCulture, $"{series.Id}/{number.Year}/{number.Number:000}-{NewFile.NameOf(title)}.md"),
            FrontMatterDraft.Write(
                Fields.Notice,
                new Dictionary<Field, string>
                {
                    [Fields.Title] = FrontMatterDraft.Quote(title),
                    [Fields.Number] = number.ToString(),
                    [Fields.Date] = Today(),
                    [Fields.Rubric] = FrontMatterDraft.Quote(path),
                },
                "Hier steht der Text. Der erste Absatz erscheint auch in Listen, solange die Zusammenfassung fehlt."),
            remarks);
    }

    public NewFile Page(string title)
    {
        var slug = Slug.Of(title);
        if (slug.Length == 0)
        {
            throw new CannotCreateException("Der Titel enthält keine Buchstaben oder Ziffern; daraus wird keine Adresse.");
        }

        if (Addresses.Reserved.Contains(slug) || outline.Configuration?.Series.Any(series => series.Id == slug) == true)
        {
            throw new CannotCreateException($"Die Adresse /{slug}/ gehört der Website selbst. Wählen Sie einen anderen Titel; in der Datei können Sie ihn wieder ändern.");
        }

        return new NewFile(
            $"seiten/{slug}.md",
            FrontMatterDraft.Write(Fields.Page, new Dictionary<Field, string> { [Fields.Title] = FrontMatterDraft.Quote(title) }, "Hier steht der Text."),
            [$"Adresse: /{slug}/"]);
    }

    public NewFile Paper(string title, string? body, string? reference)
    {
        var remarks = new List<string>();
        var folder = BodyFolder(body, remarks);
        var name = reference ?? NextReference(folder);
        remarks.Insert(0, $"Vorlage {name} ({folder})");
        remarks.Add("Zugang: öffentlich. Prüfen Sie das vor dem Veröffentlichen; nichtöffentliche Texte gehören nicht in diesen Ordner.");
        return new NewFile(
            string.Create(CultureInfo.InvariantCulture, $"ratsarchiv/{folder}/vorlagen/{today.Year}/{Slug.Of(name)}.md"),
            FrontMatterDraft.Write(
                CouncilFields.Paper,
                new Dictionary<Field, string>
                {
                    [Fields.Title] = FrontMatterDraft.Quote(title),
                    [CouncilFields.Reference] = FrontMatterDraft.Quote(name),
                    [CouncilFields.Date] = Today(),
                    [CouncilFields.Visibility] = "öffentlich",
                },
                ""),
            remarks);
    }

    private SiteConfiguration RequireConfiguration() =>
        outline.Configuration ?? throw new CannotCreateException("In site.yml fehlt etwas, oder sie ist nicht da. „fachinfo check“ sagt, was; eine neue Website macht „fachinfo new site ORDNER“.");

    private string Today() => today.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    private string RubricPath(string? wanted, List<string> remarks)
    {
        if (outline.Rubrics.All.IsEmpty)
        {
            throw new CannotCreateException("Es gibt noch keine Rubrik. Tragen Sie eine in rubriken.yml ein, zum Beispiel: - title: Recht");
        }

        if (wanted is not null)
        {
            var found = outline.Rubrics.Find(wanted);
            return found.Count switch
            {
                1 => found[0].DisplayPath,
                0 => throw new CannotCreateException($"Die Rubrik „{wanted}“ gibt es nicht. {outline.Rubrics.Suggest(wanted)}"),
                _ => throw new CannotCreateException($"Die Rubrik „{wanted}“ ist nicht eindeutig: {string.Join("; ", found.Select(rubric => rubric.DisplayPath))}."),
            };
        }

        var names = outline.Rubrics.All.Select(rubric => rubric.DisplayPath).ToList();
        if (names.Count > 1 && choose("In welche Rubrik gehört die Mitteilung?", names) is { } place)
        {
            return names[place];
        }

        remarks.Add($"Rubrik: {names[0]}, weil keine angegeben ist. Ändern Sie sie in der Datei, oder geben Sie --rubric an.");
        return names[0];
    }

    private string BodyFolder(string? wanted, List<string> remarks)
    {
        if (outline.Bodies.IsEmpty)
        {
            throw new CannotCreateException("Im Ratsarchiv steht noch keine Kommune. Legen Sie ratsarchiv/<kommune>/kommune.yml mit „name: …“ an.");
        }

        if (wanted is not null)
        {
            return outline.Bodies.Contains(wanted)
                ? wanted
                : throw new CannotCreateException($"Die Kommune „{wanted}“ gibt es im Ratsarchiv nicht; vorhanden sind: {string.Join(", ", outline.Bodies)}.");
        }

        if (outline.Bodies.Length > 1)
        {
            if (choose("Zu welcher Kommune gehört die Vorlage?", outline.Bodies) is { } place)
            {
                return outline.Bodies[place];
            }

            remarks.Add($"Kommune: {outline.Bodies[0]}, weil keine angegeben ist. Geben Sie --body an, wenn es eine andere ist.");
        }

        return outline.Bodies[0];
    }

    /// <summary>References are opaque; only those of the form <c>325/2017</c> can be counted on.</summary>
    private string NextReference(string folder)
    {
        var numbers = outline.Papers
            .Where(paper => paper.Body == folder && paper.Reference is not null)
            .Select(paper => NoticeNumber.TryParse(paper.Reference!.Value.Value, out var number) ? number : default)
            .Where(number => number.Year == today.Year)
            .Select(number => number.Number);
        return new NoticeNumber(numbers.DefaultIfEmpty().Max() + 1, today.Year).ToString();
    }
}
