using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.Pages.Council;

/// <summary>The page of each file with all that is known of it, and the bytes beside it.</summary>
internal static class CouncilFilePages
{
    public static IEnumerable<Page> Plan(PageContext context, Body body)
    {
        foreach (var file in body.Files)
        {
            yield return new TemplatePage(file.Route, "council-file", () => File(context, file), file.OwnerSource)
            {
                Inputs = context.Site.IsPublic ? () => Inputs(context, file) : null,
            };

            foreach (var page in file.File is { } bytes ? FileViews.Beside(context, bytes) : [])
            {
                yield return page;
            }
        }
    }

    private static ContentHash Inputs(PageContext context, CouncilFile file)
    {
        var entry = file.Entry;
        var hash = new HashBuilder()
            .Add(file.Slug).Add(entry.Label).Add(file.FileName).Add((int)entry.Role).Add(entry.Date?.DayNumber ?? 0).Add(entry.License)
            .Add(entry.MimeType).Add(entry.Url?.Value).Add(file.SizeInBytes ?? -1).Add(entry.Record.Created?.Ticks ?? 0).Add(entry.Record.Modified?.Ticks ?? 0)
            .Add(file.Text.Hash).Add(file.Hash).Add(file.Paper?.Label).Add(file.Paper?.Content.Title.Value).Add(file.Paper?.Day?.DayNumber ?? 0).Add(DayOf(file)?.DayNumber ?? 0)
            .Add(file.Paper?.Route.Path).Add(file.Meeting?.Label).Add(file.Meeting?.Route.Path).Add(file.Meeting?.Day.DayNumber ?? 0)
            .Add(file.Item?.Key).Add(file.Item?.Entry.Title.Value);
        if (file.File is { } bytes && context.Files.Find(bytes.Source) is { } content)
        {
            // The text itself follows from the bytes.
            hash.Add(content.Kind.Id).Add(content.PageCount).Add((int)content.Problem).Add(content.HasText).Add(content.HasPicture);
        }

        return CouncilParts.AddFrame(hash, file.Body).ToHash();
    }

    private static CouncilFileView File(PageContext context, CouncilFile file)
    {
        var (entry, body, words) = (file.Entry, file.Body, context.Words);
        var owner = Owner(context, file);
        (string, string)[] names = [("title", file.Label), ("owner", owner.Text), ("body", body.Label), ("meta", CouncilParts.Meta(context, file))];
        var url = file.File is { } bytes ? context.Href(bytes.Route) : entry.Url?.Value ?? "";
        return new CouncilFileView(
            HeadBuilder.Build(context, new HeadInput(
                file.Route,
                Addresses.Council,
                words.Fill("council.fileTitle", names),
                words.Fill("council.fileDescription", names),
                [.. CouncilYearPages.Above(context, body, file.Paper?.Day ?? file.Meeting?.Day), (file.Paper?.Label ?? file.Meeting?.Label ?? body.Label, file.Paper?.Route ?? file.Meeting?.Route ?? body.Route)])
            {
                ShortTitle = file.Label,
                Feed = CouncilParts.Feed(context, body),
            }),
            CouncilParts.Frame(context, body),
            words.Fill("council.kicker", ("body", body.Label), ("type", CouncilParts.Role(context, file))),
            file.Label,
            owner,
            file.FileName,
            CouncilParts.TypeText(context, file),
            CouncilParts.SizeText(file),
            CouncilParts.Date(context, DayOf(file)),
            CouncilParts.Moment(context, entry.Record.Created),
            CouncilParts.Moment(context, entry.Record.Modified),
            CouncilParts.License(context, entry.License ?? body.Content.License),
            url,
            file.File is null && url.Length > 0,
            ReportPages.Href(context, file.Route),
            FileOf(context, file),
            file.Text.IsEmpty ? null : new BodyView(file.Text, file.Text.Hash.ToString(), []));
    }

    /// <summary>What was read out of the bytes; its text only where none came with the record.</summary>
    private static FileView? FileOf(PageContext context, CouncilFile file) => file.File is not { } bytes ? null : FileViews.Build(
        context,
        new FileInput(bytes, context.Files.Find(bytes.Source), file.FileName, DayOf(file), null, null, ""),
        withText: file.Text.IsEmpty);

    /// <summary>The file's own day, else that of the first meeting that it was for, else that of its paper.</summary>
    private static DateOnly? DayOf(CouncilFile file) =>
        file.Entry.Date ?? file.Meeting?.Day ?? file.Paper?.Consultations.Select(consultation => consultation.Day).Min() ?? file.Paper?.Day;

    private static LinkView Owner(PageContext context, CouncilFile file) => file switch
    {
        { Paper: { } paper } => new LinkView(context.Words.Fill("council.labelledTitle", ("label", paper.Label), ("title", paper.Content.Title.Value)), context.Href(paper.Route)),
        { Item: { } item } => new LinkView(item.Entry.Title.Value, context.Href(item.Meeting.Route, CouncilParts.ItemId(item))),
        { Meeting: { } meeting } => new LinkView(
            context.Words.Fill("council.meetingShort", ("committee", meeting.Label), ("date", context.Date(meeting.Day).Short)),
            context.Href(meeting.Route)),
        _ => new LinkView(file.Body.Label, context.Href(file.Body.Route)),
    };
}
